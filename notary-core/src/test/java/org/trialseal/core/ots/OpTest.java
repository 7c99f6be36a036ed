package org.trialseal.core.ots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;

class OpTest {
    private static final Bytes ABC = Bytes.copyOf("abc".getBytes(StandardCharsets.US_ASCII));

    @Test
    void apply_abc_givesThePublishedDigests() {
        assertThat(HashOp.SHA1.apply(ABC).hex()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(HashOp.RIPEMD160.apply(ABC).hex()).isEqualTo("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
        assertThat(HashOp.SHA256.apply(ABC).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(HashOp.KECCAK256.apply(ABC).hex())
                .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }

    @Test
    void apply_otherOperations_rewriteTheMessage() {
        assertThat(new Append(Bytes.ofHex("00ff")).apply(ABC).hex()).isEqualTo("61626300ff");
        assertThat(new Prepend(Bytes.ofHex("00ff")).apply(ABC).hex()).isEqualTo("00ff616263");
        assertThat(RewriteOp.REVERSE.apply(ABC).hex()).isEqualTo("636261");
        assertThat(RewriteOp.HEXLIFY.apply(ABC).hex()).isEqualTo("363136323633");
    }

    @Test
    void accepts_lengthsAroundTheLimit_holdsForResultsUpTo4096() {
        Bytes argument = Bytes.ofHex("00");
        assertThat(new Append(argument).accepts(message(4095))).isTrue();
        assertThat(new Append(argument).accepts(message(4096))).isFalse();
        assertThat(new Prepend(argument).accepts(message(4096))).isFalse();
        assertThat(RewriteOp.HEXLIFY.accepts(message(2048))).isTrue();
        assertThat(RewriteOp.HEXLIFY.accepts(message(2049))).isFalse();
        assertThat(RewriteOp.HEXLIFY.accepts(message(0))).isFalse();
        assertThat(RewriteOp.REVERSE.accepts(message(0))).isFalse();
        assertThat(HashOp.SHA256.accepts(message(0))).isTrue();
        assertThat(HashOp.SHA256.accepts(message(4096))).isTrue();
        assertThat(HashOp.SHA256.accepts(message(4097))).isFalse();
    }

    @Test
    void apply_beyondTheLimit_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RewriteOp.HEXLIFY.apply(message(2049)))
                .withMessage("hexlify cannot be applied to 2049 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashOp.SHA256.apply(message(4097)))
                .withMessage("sha256 cannot be applied to 4097 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Append(Bytes.ofHex("00")).apply(message(4096)))
                .withMessage("append cannot be applied to 4096 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prepend(Bytes.ofHex("00")).apply(message(4096)))
                .withMessage("prepend cannot be applied to 4096 bytes");
    }

    @Test
    void new_argumentOutOfRange_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Append(Bytes.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Prepend(message(4097)))
                .withMessage("an argument has 1 to 4096 bytes, not 4097");
    }

    @Test
    void new_attestationOutOfRange_isRefused() {
        Bytes tag = Bytes.ofHex("0102030405060708");
        assertThatIllegalArgumentException().isThrownBy(() -> new BitcoinAttestation(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new BitcoinAttestation(1L << 32));
        assertThatIllegalArgumentException().isThrownBy(() -> new PendingAttestation("https://a.example/?q"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PendingAttestation("a".repeat(1001)));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnknownAttestation(tag, message(8193)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnknownAttestation(new BitcoinAttestation(1).tag(), Bytes.ofHex("01")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnknownAttestation(UnknownAttestation.LITECOIN, Bytes.ofHex("0101")));
    }

    @Test
    void isUri_everyAllowedCharacter_isAllowedAlone() {
        PendingAttestation.URI_CHARACTERS
                .chars()
                .forEach(c -> assertThat(PendingAttestation.isUri(Character.toString(c)))
                        .as("%c", c)
                        .isTrue());
    }

    private static Bytes message(int length) {
        return Bytes.copyOf(new byte[length]);
    }
}
