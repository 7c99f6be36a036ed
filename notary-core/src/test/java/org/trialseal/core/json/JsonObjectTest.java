package org.trialseal.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;

class JsonObjectTest {
    private static final Sha256 DIGEST = Sha256.of(new byte[] {1});
    private static final JsonObject OBJECT = JsonObject.builder()
            .put("text", "x")
            .put("number", 7)
            .put("digest", DIGEST)
            .put("hex", Bytes.ofHex("00ff"))
            .put("upper", "00FF")
            .put("object", JsonObject.builder().build())
            .put("texts", JsonArray.ofStrings(List.of("a", "b")))
            .put("objects", new JsonArray(List.of(JsonObject.builder().build())))
            .put("mixed", new JsonArray(List.of(new JsonString("a"), new JsonInteger(1))))
            .build();

    @Test
    void readers_membersOfTheirType_giveTheirValues() throws MalformedException {
        assertThat(OBJECT.string("s", "text")).isEqualTo("x");
        assertThat(OBJECT.integer("s", "number")).isEqualTo(7);
        assertThat(OBJECT.sha256("s", "digest")).isEqualTo(DIGEST);
        assertThat(OBJECT.hex("s", "hex", 2)).isEqualTo(Bytes.ofHex("00ff"));
        assertThat(OBJECT.object("s", "object").members()).isEmpty();
        assertThat(OBJECT.strings("s", "texts")).containsExactly("a", "b");
        assertThat(OBJECT.objects("s", "objects")).hasSize(1);
        assertThat(OBJECT.optionalString("s", "text")).contains("x");
        assertThat(OBJECT.optionalString("s", "none")).isEmpty();
        assertThat(OBJECT.optionalInteger("s", "number")).hasValue(7);
        assertThat(OBJECT.optionalInteger("s", "none")).isEmpty();
    }

    @Test
    void readers_membersThatAreMissingOrOfAnotherType_areMalformed() {
        refused(() -> OBJECT.string("s", "none"), "none is missing");
        refused(() -> OBJECT.string("s", "number"), "number has the wrong type");
        refused(() -> OBJECT.integer("s", "text"), "text has the wrong type");
        refused(() -> OBJECT.optionalString("s", "number"), "number has the wrong type");
        refused(() -> OBJECT.optionalInteger("s", "text"), "text has the wrong type");
        refused(() -> OBJECT.object("s", "texts"), "texts has the wrong type");
        refused(() -> OBJECT.array("s", "object"), "object has the wrong type");
        refused(() -> OBJECT.strings("s", "mixed"), "mixed holds an item of the wrong type");
        refused(() -> OBJECT.objects("s", "texts"), "texts holds an item of the wrong type");
    }

    @Test
    void hex_anotherLengthOrCase_isMalformed() {
        refused(() -> OBJECT.hex("s", "hex", 1), "hex is not 2 lower-case hexadecimal digits");
        refused(() -> OBJECT.hex("s", "upper", 2), "upper is not 4 lower-case hexadecimal digits");
        refused(() -> OBJECT.sha256("s", "hex"), "hex is not 64 lower-case hexadecimal digits");
    }

    @Test
    void requireOnly_unknownMember_isMalformed() throws MalformedException {
        OBJECT.requireOnly("s", OBJECT.members().keySet());
        refused(() -> OBJECT.requireOnly("s", Set.of("text")), "a member of this format version is unknown");
    }

    private static void refused(ThrowingCallable call, String reason) {
        assertThatThrownBy(call).isInstanceOf(MalformedException.class).hasMessage("s: " + reason);
    }
}
