package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.OtsException.Kind;

/** Proofs made to exhaust a reader. Each is refused within 5 s and 256 MiB of allocations, freed ones included. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class HostileProofTest {
    private static final String HEAD =
            "004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294" + "0108" + "00".repeat(32);
    private static final String BLOCK = "000588960d73d719010101";
    private static final long MAX_ALLOCATED = 256L << 20;

    @Test
    void read_200000Deep_isRefused() {
        refuse(Kind.TOO_DEEP, "08".repeat(200_000) + BLOCK);
    }

    @Test
    void read_200000DeepWithAForkAtEachMessage_isRefused() {
        refuse(Kind.TOO_DEEP, "ff08".repeat(200_000) + BLOCK);
    }

    @Test
    void read_70000Attestations_isRefused() {
        refuse(Kind.TOO_MANY_ELEMENTS, ("ff" + BLOCK).repeat(70_000) + BLOCK);
    }

    @Test
    void read_20000TimesTheSameBranch_isRefused() {
        refuse(Kind.TOO_MANY_ELEMENTS, ("ff08" + BLOCK).repeat(20_000) + BLOCK);
    }

    @Test
    void read_manyBranchesOfLongMessages_isRefused() {
        String longest = "f0e01f" + "00".repeat(4064);
        refuse(Kind.TOO_MANY_ELEMENTS, longest + ("fff2" + "f2".repeat(200) + BLOCK).repeat(2_000) + BLOCK);
    }

    @Test
    void read_forksAtEveryDepthOfLongMessages_isRefused() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            body.append("fff002").append(HexFormat.of().toHexDigits((short) i)).append(BLOCK);
        }
        refuse(Kind.TOO_MANY_ELEMENTS, "f0de1f" + "00".repeat(4062) + body + BLOCK);
    }

    @Test
    void read_lengthsBeyondTheFile_allocateNothing() {
        refuse(Kind.TRUNCATED, "f0ff1f");
        refuse(Kind.ARGUMENT_TOO_LONG, "f0ffffffffffffffff7f");
        refuse(Kind.TRUNCATED, "000588960d73d71901" + "8040");
        refuse(Kind.PAYLOAD_TOO_LONG, "000588960d73d71901" + "ffffffffffffffff7f");
    }

    private static void refuse(Kind kind, String body) {
        byte[] file = Bytes.ofHex(HEAD + body).toArray();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        OtsException e = catchThrowableOfType(OtsException.class, () -> DetachedTimestamp.read("hostile.ots", file));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(e).isNotNull();
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(allocated).as("bytes allocated").isLessThan(MAX_ALLOCATED);
    }
}
