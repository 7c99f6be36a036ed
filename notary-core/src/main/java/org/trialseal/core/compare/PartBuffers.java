package org.trialseal.core.compare;

/** What a thread that settles {@link LeftoverPart}s reuses from part to part: some megabytes. */
final class PartBuffers {
    private final RecordMatch match;
    private final SpoolChunk chunk;
    private final UnfoundIndex index = new UnfoundIndex();

    PartBuffers(Comparing comparing) {
        match = comparing.newMatch();
        chunk = new SpoolChunk(comparing.dataset().schema().size());
    }

    RecordMatch match() {
        return match;
    }

    SpoolChunk chunk() {
        return chunk;
    }

    UnfoundIndex index() {
        return index;
    }
}
