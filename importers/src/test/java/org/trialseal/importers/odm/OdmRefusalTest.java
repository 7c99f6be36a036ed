package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.importers.testing.MemoryFile;

final class OdmRefusalTest {
    private static final String GOOD =
            new String(Odm.items("<ItemData ItemOID=\"A\" Value=\"1\"/>").bytes(), StandardCharsets.UTF_8);

    private static void refused(MemoryFile file, String words) {
        assertThatThrownBy(() -> Odm.plan(file))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(words);
    }

    private static MemoryFile withDoctype(String doctype, String value) {
        return MemoryFile.of(
                "bad.xml", GOOD.replace("<ODM ", doctype + "<ODM ").replace("Value=\"1\"", "Value=\"" + value + "\""));
    }

    @Test
    void plan_doctype_isRefused() {
        refused(withDoctype("<!DOCTYPE ODM>", "1"), "DOCTYPE");
    }

    @Test
    void plan_externalEntity_isRefusedWithoutASocket() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread listener = new Thread(() -> {
                try {
                    server.accept().close();
                    calls.incrementAndGet();
                } catch (IOException e) {
                    // Closed at the end.
                }
            });
            listener.start();
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            refused(withDoctype("<!DOCTYPE ODM SYSTEM \"" + url + "\">", "1"), "DOCTYPE");
            refused(withDoctype("<!DOCTYPE ODM [<!ENTITY e SYSTEM \"" + url + "\">]>", "&amp;"), "DOCTYPE");
            refused(withDoctype("<!DOCTYPE ODM [<!ENTITY % e SYSTEM \"" + url + "\">%e;]>", "1"), "DOCTYPE");
            server.close();
            listener.join(10_000);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void plan_billionLaughs_isRefusedAtOnce() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE ODM [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        refused(withDoctype(laughs + "]>", "&a29;"), "DOCTYPE");
    }

    @Test
    void plan_ampersandInText_isRefused() {
        refused(Odm.items("<ItemData ItemOID=\"A\">salt & pepper</ItemData>"), "not well-formed");
        refused(Odm.file("<SubjectData SubjectKey=\"1\">salt & pepper<x/></SubjectData>"), "not well-formed");
    }

    @Test
    void plan_unknownEntity_isRefused() {
        refused(MemoryFile.of("bad.xml", GOOD.replace("\"1\"", "\"&nbsp;\"")), "bad.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ClinicalData/>",
                "<SubjectData SubjectKey=\"1\"><SubjectData SubjectKey=\"2\"/></SubjectData>",
                "<ItemData ItemOID=\"A\"/>",
                "<SubjectData SubjectKey=\"1\"><ItemGroupData ItemGroupOID=\"G\"/></SubjectData>"
            })
    void plan_elementOutOfPlace_isRefusedWithItsLine(String inside) {
        refused(Odm.file(inside), "line 2: an element stands where ODM does not allow it");
    }

    @Test
    void plan_deepNesting_isRefused() {
        refused(Odm.items("<v:a>".repeat(1000) + "</v:a>".repeat(1000)), "larger than the limits");
    }

    @Test
    void plan_bytesOfAnotherEncoding_areRefused() {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        bytes[GOOD.indexOf("Value=\"1\"") + 7] = (byte) 0xff;
        refused(MemoryFile.of("latin.xml", bytes), "encoding");
    }

    @Test
    void plan_encodingThatIsNotKnown_isRefused() {
        refused(MemoryFile.of("ebcdic.xml", GOOD.replace("UTF-8", "IBM037")), "declares an encoding");
    }

    @Test
    void plan_everyTruncation_isRefusedOrHasTheSameRecords() throws Exception {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        int whole = GOOD.lastIndexOf("</ODM>") + "</ODM>".length();
        for (int length = 0; length < whole; length++) {
            MemoryFile cut = MemoryFile.of("cut.xml", Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Odm.plan(cut)).as("length %s", length).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void read_seededMutations_giveRecordsOrATypedRefusal() throws Exception {
        long seed = 20_260_314;
        System.err.println("odm mutations: seed " + seed);
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Odm.tables(MemoryFile.of("mutant.xml", bytes));
            } catch (MalformedException e) {
                refused++;
                assertThat(e).hasMessageStartingWith("mutant.xml");
            }
        }
        assertThat(refused).isBetween(1000, 2990);
    }

    @Test
    void open_otherVersionOrOptions_isRefused() {
        DataFile file = Odm.items("");
        ImportSettings newer = new ImportSettings("odm", 3, new TreeMap<>(), Optional.empty(), List.of());
        ImportSettings odd =
                new ImportSettings("odm", 1, new TreeMap<>(), Optional.empty(), List.of()).withOption("a", "b");
        assertThatThrownBy(() -> new OdmImporter().open(file, newer)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> new OdmImporter().open(file, odd)).isInstanceOf(MalformedException.class);
    }
}
