package org.trialseal.core.compare;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.FingerprintLayout;

/** Reads the fingerprints of sealed records through a small window. Not safe for use by several threads at once. */
final class SealedView {
    private static final int WINDOW = 16;

    private final SealedDataset dataset;
    private final FingerprintLayout layout;
    private final byte[] window;
    private long first = -1;
    private int count;

    SealedView(SealedDataset dataset) {
        this.dataset = dataset;
        this.layout = dataset.layout();
        this.window = new byte[WINDOW * layout.length()];
    }

    /** Brings a record into the window; its bytes begin at the offset that is returned. */
    int load(SealedGroup group, long index) throws IOException, MalformedException {
        long record = group.first() + index;
        if (record < first || record >= first + count) {
            count = (int) Math.min(WINDOW, group.count() - index);
            dataset.readFingerprints(group, index, count, window);
            first = record;
        }
        return (int) (record - first) * layout.length();
    }

    byte[] bytes() {
        return window;
    }

    FingerprintLayout layout() {
        return layout;
    }

    long keyFingerprint(SealedGroup group, long index) throws IOException, MalformedException {
        return layout.keyFingerprint(window, load(group, index));
    }

    Sha256 leaf(SealedGroup group, long index) throws IOException, MalformedException {
        return dataset.leaf(group, index);
    }
}
