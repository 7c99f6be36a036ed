package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes an archive in the shape of {@link ZipRecord}: the same contents always give the same bytes. */
final class ZipWriter {
    private final OutputStream out;
    private final List<ZipRecord> written = new ArrayList<>();
    private long offset;

    ZipWriter(OutputStream out) {
        this.out = out;
    }

    void add(EntryName name, PackageContent content) throws IOException {
        Measured measured = content.measured();
        ZipRecord record = new ZipRecord(name.text(), measured.crc32(), measured.length(), offset);
        require(name.kind().limit(), measured.length(), name.text());
        require(Limit.ARCHIVE_ENTRIES, written.size() + 1L, "the number of entries");
        byte[] local = record.local();
        require(Limit.ARCHIVE_BYTES, offset + local.length + measured.length(), "the package");
        out.write(local);
        copy(name, content);
        written.add(record);
        offset += local.length + measured.length();
    }

    private void copy(EntryName name, PackageContent content) throws IOException {
        MeasuringOutput copied = new MeasuringOutput(out);
        try (InputStream in = content.open()) {
            in.transferTo(copied);
        }
        if (!copied.measured().equals(content.measured())) {
            throw new IOException("the content of " + name + " changed while it was written");
        }
    }

    void finish() throws IOException {
        long start = offset;
        for (ZipRecord record : written) {
            byte[] central = record.central();
            out.write(central);
            offset += central.length;
        }
        out.write(ZipRecord.end(written.size(), offset - start, start));
        out.flush();
    }

    private static void require(Limit limit, long value, String what) throws IOException {
        if (!limit.allows(value)) {
            throw new IOException(what + " is larger than a proof package allows: " + limit.max());
        }
    }
}
