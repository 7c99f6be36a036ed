package org.trialseal.importers.define;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.testing.MemoryFile;

/** Hostile and broken Define-XML: refused with file, place and reason, without a read or a socket. */
final class DefineRefusalTest {
    private static final String GOOD = Define.text(Define.LB);

    private static void refused(String text, String words) {
        assertThatThrownBy(() -> DefineFile.read(MemoryFile.of("define.xml", text)))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith("define.xml")
                .hasMessageContaining(words);
    }

    private static String withDoctype(String doctype) {
        return GOOD.replace("<ODM ", doctype + "<ODM ");
    }

    @Test
    void read_doctype_isRefusedAndStillRecognised() throws Exception {
        refused(withDoctype("<!DOCTYPE ODM>"), "DOCTYPE");
        assertThat(DefineFile.isOne(MemoryFile.of("define.xml", withDoctype("<!DOCTYPE ODM>"))))
                .isTrue();
    }

    @Test
    void read_externalEntityOrStylesheet_opensNoSocket() throws Exception {
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
            refused(withDoctype("<!DOCTYPE ODM SYSTEM \"" + url + "\">"), "DOCTYPE");
            refused(withDoctype("<!DOCTYPE ODM [<!ENTITY % e SYSTEM \"" + url + "\">%e;]>"), "DOCTYPE");
            String references = GOOD.replace("lb.xpt", url)
                    .replace("<ODM ", "<?xml-stylesheet type=\"text/xsl\" href=\"" + url + "\"?><ODM ");
            assertThat(DefineFile.read(MemoryFile.of("define.xml", references)).groups())
                    .hasSize(1);
            server.close();
            listener.join(10_000);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void read_billionLaughs_isRefusedAtOnce() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE ODM [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        refused(withDoctype(laughs + "]>").replace("Lab Test", "&a29;"), "DOCTYPE");
        refused(GOOD.replace("Lab Test", "&nbsp;"), "line ");
    }

    @Test
    void read_beyondALimit_isRefused() {
        refused(GOOD.replace("Lab Test", "x".repeat(DefineWalk.MAX_LABEL)), "a label has more than 4096 characters");
        refused(GOOD.replace("IG.LB", "x".repeat(DefineFile.MAX_ATTRIBUTE + 1)), "larger than the limits");
        refused(GOOD.replace("<def:Class", "<a>".repeat(300) + "</a>".repeat(300) + "<def:Class"), "limits");
        String references = "<ItemRef ItemOID=\"IT.LB.USUBJID\"/>".repeat(32_768);
        refused(GOOD.replace("<def:Class", references + "<def:Class"), "more variables than a dataset can have");
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i <= Definitions.MAX_GROUPS; i++) {
            groups.append("<ItemGroupDef OID=\"" + i + "\" Name=\"A\"/>");
        }
        refused(Define.text(groups.toString()), "more than 10000 datasets");
    }

    @Test
    void read_whatDefineXmlForbids_isRefusedWithItsLine() {
        refused(GOOD.replace("OID=\"IG.LB\"", ""), "line 5: lacks the attribute OID");
        refused(GOOD.replace("Name=\"LBTESTCD\"", "Name=\" \""), "lacks the attribute Name");
        refused(Define.text(Define.LB + Define.group("LB", "LB", "x")), "a second ItemGroupDef with the same OID");
        refused(Define.text(Define.LB + Define.item("LB.VISITNUM", "A", "text", "a")), "a second ItemDef");
        refused(GOOD.replace("</Study>", "<MetaDataVersion OID=\"2\"/></Study>"), "a second MetaDataVersion");
        refused(GOOD.replace("<def:Class", "<ItemGroupDef OID=\"x\" Name=\"x\"/><def:Class"), "does not allow it");
        refused(GOOD.replaceAll("(?s)<MetaDataVersion.*</MetaDataVersion>", ""), "has no MetaDataVersion");
    }

    @Test
    void isOne_otherFiles_areNot() throws Exception {
        assertThat(DefineFile.isOne(MemoryFile.of("a.xml", GOOD))).isTrue();
        assertThat(DefineFile.isOne(MemoryFile.of("a.xml", GOOD.replace("def/v2.1", "def/v1.0"))))
                .isFalse();
        assertThat(DefineFile.isOne(MemoryFile.of("a.xml", "<!-- " + GOOD.replace("-", "") + " --><ODM/>")))
                .isFalse();
        assertThat(DefineFile.isOne(MemoryFile.of("a.csv", DefineFile.NAMESPACE + ",b\n1,2\n")))
                .isFalse();
        assertThat(DefineFile.isOne(
                        MemoryFile.of("utf16.xml", GOOD.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16)))
                .isTrue();
    }

    @Test
    void read_bytesOfAnotherEncoding_areRefused() {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        bytes[GOOD.indexOf("Lab Test")] = (byte) 0xff;
        assertThatThrownBy(() -> DefineFile.read(MemoryFile.of("latin.xml", bytes)))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("encoding");
    }

    @Test
    void read_everyTruncation_isRefused() {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        int whole = GOOD.lastIndexOf("</ODM>") + "</ODM>".length();
        for (int length = 0; length < whole; length++) {
            MemoryFile cut = MemoryFile.of("cut.xml", Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> DefineFile.read(cut))
                    .as("length %s", length)
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void read_seededMutations_areAValueOrATypedRefusal() throws Exception {
        long seed = 20_260_315;
        System.err.println("define mutations: seed " + seed);
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            MemoryFile mutant = MemoryFile.of("mutant.xml", bytes);
            try {
                DefineFile.isOne(mutant);
                DefineFile.read(mutant);
            } catch (MalformedException e) {
                refused++;
                assertThat(e).hasMessageStartingWith("mutant.xml");
            }
        }
        assertThat(refused).isBetween(1000, 2990);
    }
}
