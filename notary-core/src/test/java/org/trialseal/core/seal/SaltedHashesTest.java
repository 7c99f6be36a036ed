package org.trialseal.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.RandomRows;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.Shared;
import org.trialseal.core.testing.SpecHash;

/** Keys, tags, bodies, chunks and openings against the spec's words, and HKDF against public vectors. */
class SaltedHashesTest {

    @Test
    void derive_wycheproofVectors_givesTheirOutput() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(Shared.require("vectors/wycheproof/hkdf_sha256_test.json")
                        .toFile());
        int compared = 0;
        for (JsonNode group : vectors.get("testGroups")) {
            for (JsonNode test : group.get("tests")) {
                byte[] salt = hex(test, "salt");
                boolean usable = salt.length > 0 && test.get("result").asText().equals("valid");
                if (usable) {
                    byte[] okm = hex(test, "okm");
                    byte[] derived = Hkdf.derive(hex(test, "ikm"), salt, hex(test, "info"));
                    int length = Math.min(derived.length, okm.length);
                    assertThat(Arrays.copyOf(derived, length))
                            .as("test %s", test.get("tcId"))
                            .isEqualTo(Arrays.copyOf(okm, length));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    private static byte[] hex(JsonNode test, String name) {
        return Bytes.ofHex(test.get(name).asText()).toArray();
    }

    @Test
    void derive_randomSecrets_givesWhatTheSpecSays() {
        Random random = Seeded.random("SaltedHashesTest.derive");
        for (int i = 0; i < 200; i++) {
            Bytes secret = bytes(random, 32);
            Bytes nonce = bytes(random, 32);
            int artifact = random.nextInt(65_535);
            assertThat(GroupKey.derive(new Secret(secret), nonce, artifact)
                            .value()
                            .toArray())
                    .isEqualTo(SpecHash.groupKey(secret.toArray(), nonce.toArray(), artifact));
        }
    }

    @Test
    void derive_otherSecretNonceArtifactOrLog_givesAnotherKey() {
        Secret secret = new Secret(Bytes.copyOf(new byte[32]));
        Bytes nonce = Bytes.copyOf(new byte[32]);
        Bytes other = Bytes.ofHex("01".repeat(32));
        Bytes ledger = Bytes.copyOf(new byte[16]);
        assertThat(new GroupKey[] {
                    GroupKey.derive(secret, nonce, 0),
                    GroupKey.derive(secret, nonce, 1),
                    GroupKey.derive(secret, other, 0),
                    GroupKey.derive(new Secret(other), nonce, 0),
                    GroupKey.deriveForLog(secret, ledger, "a"),
                    GroupKey.deriveForLog(secret, ledger, "b"),
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void tag_randomIdentifiers_isTheHmacOfTheTypedCell() {
        Random random = Seeded.random("SaltedHashesTest.tag");
        for (int i = 0; i < 500; i++) {
            Bytes key = bytes(random, 32);
            Cell subject = RandomRows.cell(random, 100);
            assertThat(Groups.tag(key, Optional.of(subject)).toArray())
                    .isEqualTo(SpecHash.hmac(key.toArray(), SpecHash.cell(subject)));
        }
        Bytes key = bytes(random, 32);
        assertThat(Groups.tag(key, Optional.empty()).toArray()).isEqualTo(SpecHash.hmac(key.toArray(), new byte[5]));
        assertThat(Groups.tag(key, Optional.empty())).isNotEqualTo(Groups.tag(key, Optional.of(Cell.missing(""))));
        assertThat(Groups.tag(key, Optional.of(Cell.text(""))))
                .isNotEqualTo(Groups.tag(key, Optional.of(Cell.missing(""))));
    }

    @Test
    void body_randomGroups_isWhatTheSpecSays() {
        Random random = Seeded.random("SaltedHashesTest.body");
        for (int i = 0; i < 200; i++) {
            byte[] key = bytes(random, 32).toArray();
            long count = random.nextLong() >>> 1 + random.nextInt(60);
            Sha256 root = Sha256.wrap(bytes(random, 32).toArray());
            Sha256 body = Groups.body(Bytes.copyOf(SpecHash.salt(key, -1, 0)), count, root);
            assertThat(body.toArray()).isEqualTo(SpecHash.body(key, count, root.toArray()));
            Sha256 tag = Sha256.wrap(bytes(random, 32).toArray());
            assertThat(Groups.leafHash(tag, body).toArray())
                    .isEqualTo(SpecHash.h(0x00, 0x15, tag.toArray(), body.toArray()));
        }
    }

    @Test
    void leafHash_chunksOfADocument_areWhatTheSpecSays() {
        Random random = Seeded.random("SaltedHashesTest.chunk");
        GroupKey key = new GroupKey(bytes(random, 32));
        Document document = new Document(key);
        for (int length : new int[] {1, 2, 63, 64, 1000, Document.CHUNK_LENGTH - 1, Document.CHUNK_LENGTH}) {
            byte[] chunk = bytes(random, length).toArray();
            long index = random.nextLong() >>> 1;
            byte[] salt = SpecHash.salt(key.value().toArray(), index, 0);
            byte[] commitment = SpecHash.h(0x18, salt, SpecHash.u64(index), SpecHash.u32(length), chunk);
            assertThat(document.leafHash(index, Arrays.copyOf(chunk, length + 5), length)
                            .toArray())
                    .isEqualTo(SpecHash.h(0x00, 0x19, commitment));
        }
    }

    @Test
    void chunks_lengthsAroundTheBorder_areCounted() {
        long mebibyte = Document.CHUNK_LENGTH;
        assertThat(new long[] {
                    Document.chunks(0),
                    Document.chunks(1),
                    Document.chunks(mebibyte - 1),
                    Document.chunks(mebibyte),
                    Document.chunks(mebibyte + 1),
                    Document.chunks(3 * mebibyte)
                })
                .containsExactly(0, 1, 1, 1, 2, 3);
    }

    @Test
    void constructors_wrongLengths_areCallersBugs() {
        Bytes short1 = Bytes.copyOf(new byte[31]);
        assertThatThrownBy(() -> new Secret(short1)).hasMessage("a secret has 32 bytes");
        assertThatThrownBy(() -> new GroupKey(short1)).hasMessage("a group key has 32 bytes");
        assertThatThrownBy(() -> new Opening(Opening.Kind.FILE, short1, short1)).hasMessage("a salt has 16 bytes");
        assertThatThrownBy(() -> new Opening(Opening.Kind.SCHEMA, Bytes.copyOf(new byte[16]), short1).fileLength())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this is the opening of a schema");
    }

    @Test
    void toString_secretsAndKeys_neverTellsTheValue() {
        Bytes value = Bytes.ofHex("ab".repeat(32));
        assertThat(new Secret(value) + " " + new GroupKey(value)).isEqualTo("Secret GroupKey");
    }

    private static Bytes bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }
}
