package org.trialseal.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.seal.Statement.Entries;
import org.trialseal.core.seal.Statement.Place;

class StatementTest {
    private static final Sha256 DIGEST = Sha256.of(new byte[] {7});
    private static final RequiredSigner SIGNER = new RequiredSigner("EC", DIGEST);
    private static final Study STUDY =
            new Study("TS-101", Optional.of("NCT01234567"), Optional.of("Sponsor"), Optional.of("A \u20ac study"));
    private static final Statement LEAST = statement(Place.first(), Study.of("TS-101"), "x", "", 1, List.of());
    private static final Statement FULL = new Statement(
            Network.BITCOIN,
            Bytes.ofHex("0a".repeat(16)),
            STUDY,
            new Place(7, Optional.of(DIGEST), OptionalLong.of(6)),
            "database lock",
            "Lock \"7\"",
            Instant.parse("2026-03-14T10:11:12.999Z"),
            Bytes.ofHex("0b".repeat(32)),
            List.of(SIGNER),
            List.of(SIGNER, new RequiredSigner("ML-DSA-65", Sha256.of())),
            Optional.of(DIGEST),
            Optional.of(new NamedBlock(0xffff_ffffL, DIGEST)),
            new Entries(65_535, DIGEST));

    private static Statement statement(
            Place place, Study study, String milestone, String title, int count, List<RequiredSigner> signers) {
        return new Statement(
                Network.PRACTICE,
                Bytes.ofHex("0a".repeat(16)),
                study,
                place,
                milestone,
                title,
                Instant.EPOCH,
                Bytes.ofHex("0b".repeat(32)),
                signers,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Entries(count, DIGEST));
    }

    @Test
    void parse_bytesWritten_givesTheSameStatement() throws MalformedException {
        assertThat(Statement.parse("seal.json", FULL.toBytes())).isEqualTo(FULL);
        assertThat(Statement.parse("seal.json", LEAST.toBytes())).isEqualTo(LEAST);
        assertThat(FULL.claimedTime()).isEqualTo("2026-03-14T10:11:12Z");
    }

    @Test
    void toBytes_leastStatement_isPinned() throws MalformedException {
        assertThat(new String(LEAST.toBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"claimedTime\":\"1970-01-01T00:00:00Z\",\"entries\":{\"count\":1,\"root\":\"" + DIGEST.hex()
                                + "\"},\"format\":\"trialseal/1\",\"ledger\":\"" + "0a".repeat(16)
                                + "\",\"milestone\":\"x\",\"network\":\"practice\",\"nonce\":\"" + "0b".repeat(32)
                                + "\",\"seal\":1,\"signers\":[],\"study\":{\"id\":\"TS-101\"},\"title\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claimedTime",
                "entries",
                "format",
                "ledger",
                "milestone",
                "network",
                "nonce",
                "previous",
                "seal",
                "signers",
                "study",
                "title"
            })
    void parse_memberMissing_isMalformed(String member) throws MalformedException {
        TreeMap<String, JsonValue> members = members(FULL);
        assertThat(members.remove(member)).isNotNull();
        MalformedException error = refuse(members);
        assertThat(error.reason())
                .isIn(member + " is missing", "exactly the seals after the first name the one before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"block", "successors", "supersedes", "trail"})
    void parse_optionalMemberMissing_isRead(String member) throws MalformedException {
        TreeMap<String, JsonValue> members = members(FULL);
        assertThat(members.remove(member)).isNotNull();
        byte[] bytes = new JsonObject(members).canonicalBytes();
        assertThat(Statement.parse("seal.json", bytes).toBytes()).isEqualTo(bytes);
    }

    @Test
    void parse_unknownMemberAnywhere_isMalformed() throws MalformedException {
        for (String object : List.of("", "entries", "study", "block")) {
            TreeMap<String, JsonValue> members = members(FULL);
            if (object.isEmpty()) {
                members.put("extra", new JsonInteger(1));
            } else {
                TreeMap<String, JsonValue> inner = new TreeMap<>(((JsonObject) members.get(object)).members());
                inner.put("extra", new JsonInteger(1));
                members.put(object, new JsonObject(inner));
            }
            assertThat(refuse(members)).hasMessageContaining("unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "block",
                "claimedTime",
                "entries",
                "format",
                "ledger",
                "milestone",
                "network",
                "nonce",
                "previous",
                "seal",
                "signers",
                "study",
                "successors",
                "supersedes",
                "title",
                "trail"
            })
    void parse_memberOfAnotherType_isMalformed(String member) throws MalformedException {
        for (JsonValue value : List.of(
                new JsonInteger(3),
                new JsonString("x"),
                new JsonArray(List.of(new JsonInteger(1))),
                JsonObject.builder().build())) {
            TreeMap<String, JsonValue> members = members(FULL);
            boolean fits = members.get(member).getClass() == value.getClass();
            members.put(member, value);
            if (!fits) {
                assertThat(refuse(members)).hasMessageContaining(member);
            }
        }
    }

    @Test
    void parse_otherFormat_saysThatANewerProgramMayReadIt() throws MalformedException {
        TreeMap<String, JsonValue> members = members(FULL);
        members.put("format", new JsonString("trialseal/2"));
        members.put("new", new JsonString("x"));
        assertThat(refuse(members)).hasMessageContaining("a newer TrialSeal may read it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14T10:11:12.5Z",
                "2026-03-14T10:11:12.000Z",
                "2026-03-14T10:11Z",
                "2026-03-14T10:11:12+00:00",
                "2026-03-14T10:11:12",
                "2026-03-14 10:11:12Z",
                "2026-03-14t10:11:12z",
                "2026-02-29T10:11:12Z",
                "2026-03-14T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "",
                "yesterday",
            })
    void parse_timeOfAnotherForm_isMalformed(String time) throws MalformedException {
        TreeMap<String, JsonValue> members = members(FULL);
        members.put("claimedTime", new JsonString(time));
        assertThat(refuse(members)).hasMessageContaining("claimedTime is not of the form YYYY-MM-DDThh:mm:ssZ");
    }

    @ParameterizedTest
    @CsvSource({
        "ledger, 15",
        "ledger, 17",
        "nonce, 31",
        "nonce, 33",
        "previous, 31",
        "trail, 33",
    })
    void parse_hexOfAnotherLength_isMalformed(String member, int length) throws MalformedException {
        TreeMap<String, JsonValue> members = members(FULL);
        members.put(member, new JsonString("0a".repeat(length)));
        assertThat(refuse(members)).hasMessageContaining("lower-case hexadecimal digits");
    }

    @Test
    void limits_passedByOne_areRefusedOnWritingAndOnReading() throws MalformedException {
        Place second = new Place(2, Optional.of(DIGEST), OptionalLong.empty());
        accept(statement(Place.first(), STUDY, "m".repeat(64), "t".repeat(200), 1, List.of()));
        Study longest = new Study(
                "i".repeat(64),
                Optional.of("r".repeat(64)),
                Optional.of("s".repeat(200)),
                Optional.of("t".repeat(200)));
        accept(statement(second, longest, "m", "", 65_535, List.of(new RequiredSigner("a".repeat(32), DIGEST))));

        refuseBoth(statement(second, STUDY, "m".repeat(65), "", 1, List.of()), "milestone has 1 to 64 characters");
        refuseBoth(statement(second, STUDY, "", "", 1, List.of()), "milestone has 1 to 64 characters");
        refuseBoth(statement(second, STUDY, "m", "t".repeat(201), 1, List.of()), "title has 0 to 200 characters");
        refuseBoth(statement(second, STUDY, "m", "a\u0085b", 1, List.of()), "title holds a control character");
        refuseBoth(statement(second, Study.of(""), "m", "", 1, List.of()), "study id has 1 to 64 characters");
        refuseBoth(statement(second, Study.of("i".repeat(65)), "m", "", 1, List.of()), "study id has");
        refuseBoth(statement(second, STUDY, "m", "", 0, List.of()), "a seal has 1 to 65535 entries");
        refuseBoth(
                statement(second, STUDY, "m", "", 1, List.of(new RequiredSigner("a".repeat(33), DIGEST))),
                "algorithm has 1 to 32 characters");
        refuseBoth(
                statement(second, STUDY, "m", "", 1, List.of(new RequiredSigner("", DIGEST))),
                "algorithm has 1 to 32 characters");
    }

    @Test
    void limits_entriesBeyondTheMost_areRefused() throws MalformedException {
        refuseBoth(statement(Place.first(), STUDY, "m", "", 65_536, List.of()), "");
    }

    @Test
    void place_thatDoesNotFitItsNumber_isRefused() throws MalformedException {
        OptionalLong none = OptionalLong.empty();
        String rule = "exactly the seals after the first name the one before";
        refusePlace(new Place(1, Optional.of(DIGEST), none), rule);
        refusePlace(new Place(2, Optional.empty(), none), rule);
        refusePlace(new Place(0, Optional.empty(), none), rule);
        refusePlace(new Place(3, Optional.of(DIGEST), OptionalLong.of(3)), "a seal supersedes an earlier one");
        refusePlace(new Place(3, Optional.of(DIGEST), OptionalLong.of(0)), "a seal supersedes an earlier one");
        refusePlace(new Place(1, Optional.empty(), OptionalLong.of(1)), "a seal supersedes an earlier one");
        accept(statement(new Place(3, Optional.of(DIGEST), OptionalLong.of(2)), STUDY, "m", "", 1, List.of()));
        accept(statement(new Place((1L << 53) - 1, Optional.of(DIGEST), none), STUDY, "m", "", 1, List.of()));
    }

    private static void refusePlace(Place place, String reason) throws MalformedException {
        refuseBoth(statement(place, STUDY, "m", "", 1, List.of()), reason);
    }

    @Test
    void length_3500Bytes_isTheMost() throws MalformedException {
        Statement fits = ofLength(Statement.MAX_LENGTH);
        assertThat(fits.toBytes()).hasSize(Statement.MAX_LENGTH);
        accept(fits);
        MalformedException written = catchThrowableOfType(
                MalformedException.class,
                () -> ofLength(Statement.MAX_LENGTH + 1).toBytes());
        assertThat(written).hasMessage("seal.json: a statement has at most 3500 bytes");
        MalformedException read = catchThrowableOfType(
                MalformedException.class, () -> Statement.parse("seal.json", new byte[Statement.MAX_LENGTH + 1]));
        assertThat(read).hasMessage("seal.json: a statement has at most 3500 bytes");
    }

    /** Fills a statement with signers, and the rest with the title. */
    private static Statement ofLength(int length) throws MalformedException {
        List<RequiredSigner> signers = java.util.Collections.nCopies(32, SIGNER);
        int missing =
                length - statement(Place.first(), STUDY, "m", "", 1, signers).toBytes().length;
        return statement(Place.first(), STUDY, "m", "t".repeat(missing), 1, signers);
    }

    @Test
    void toBytes_yearOfFiveDigits_isRefused() {
        Statement late = new Statement(
                LEAST.network(),
                LEAST.ledger(),
                LEAST.study(),
                LEAST.place(),
                "m",
                "",
                Instant.parse("+10000-01-01T00:00:00Z"),
                LEAST.nonce(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                LEAST.entries());
        assertThat(catchThrowableOfType(MalformedException.class, late::toBytes))
                .hasMessageContaining("claimedTime");
    }

    private static void accept(Statement statement) throws MalformedException {
        assertThat(Statement.parse("seal.json", statement.toBytes())).isEqualTo(statement);
    }

    /** Refused on writing; and on reading, when the same members stand in a file. */
    private static void refuseBoth(Statement statement, String reason) throws MalformedException {
        MalformedException written = catchThrowableOfType(MalformedException.class, statement::toBytes);
        assertThat(written).hasMessageContaining(reason);
        TreeMap<String, JsonValue> members = members(FULL);
        members.put("milestone", new JsonString(statement.milestone()));
        members.put("title", new JsonString(statement.title()));
        members.put("study", statement.study().toJson());
        members.put("seal", new JsonInteger(statement.place().seal()));
        members.put(
                "signers",
                new JsonArray(statement.signers().stream()
                        .map(s -> (JsonValue) s.toJson())
                        .toList()));
        members.put(
                "entries",
                JsonObject.builder()
                        .put("count", statement.entries().count())
                        .put("root", DIGEST)
                        .build());
        members.remove("previous");
        members.remove("supersedes");
        statement.place().previous().ifPresent(digest -> members.put("previous", new JsonString(digest.hex())));
        statement.place().supersedes().ifPresent(seal -> members.put("supersedes", new JsonInteger(seal)));
        assertThat(refuse(members)).isNotNull();
    }

    private static TreeMap<String, JsonValue> members(Statement statement) throws MalformedException {
        return new TreeMap<>(
                CanonicalJson.parseObject("seal.json", statement.toBytes()).members());
    }

    private static MalformedException refuse(TreeMap<String, JsonValue> members) {
        byte[] bytes = new JsonObject(members).canonicalBytes();
        MalformedException error =
                catchThrowableOfType(MalformedException.class, () -> Statement.parse("seal.json", bytes));
        assertThat(error).as(new String(bytes, StandardCharsets.UTF_8)).isNotNull();
        assertThat(error.source()).isEqualTo("seal.json");
        return error;
    }
}
