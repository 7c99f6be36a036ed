package org.trialseal.core.seal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;

/**
 * The seal statement, {@code seal.json}: the small canonical JSON file that is signed and anchored.
 *
 * @param ledger 16 random bytes, the same in all seals of a study
 * @param place number, predecessor and what it supersedes
 * @param milestone 1 to 64 characters
 * @param title up to 200 characters
 * @param claimedTime the sealing computer's clock, whole seconds
 * @param nonce 32 random bytes
 * @param signers whose signatures are required
 * @param successors who may follow them
 * @param trail head of the audit trail, when there is one
 * @param block a recent block, when one was known
 * @param entries count and root of the entries
 */
public record Statement(
        Network network,
        Bytes ledger,
        Study study,
        Place place,
        String milestone,
        String title,
        Instant claimedTime,
        Bytes nonce,
        List<RequiredSigner> signers,
        List<RequiredSigner> successors,
        Optional<Sha256> trail,
        Optional<NamedBlock> block,
        Entries entries) {
    /** The format string, which fixes the whole suite. */
    public static final String FORMAT = "trialseal/1";
    /** Longest statement in bytes. */
    public static final int MAX_LENGTH = 3_500;
    /** Most entries of a seal. */
    public static final int MAX_ENTRIES = 65_535;
    /** Length of a ledger id in bytes. */
    public static final int LEDGER_LENGTH = 16;
    /** Length of a seal nonce in bytes. */
    public static final int NONCE_LENGTH = 32;

    private static final int TIME_LENGTH = "YYYY-MM-DDThh:mm:ssZ".length();
    private static final Set<String> MEMBERS = Set.of(
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
            "trail");

    /**
     * The place of a seal in its ledger.
     *
     * @param seal its number, from 1
     * @param previous digest of the statement before it; present exactly when the number is above 1
     * @param supersedes number of an earlier seal that this one says is wrong
     */
    public record Place(long seal, Optional<Sha256> previous, OptionalLong supersedes) {
        /** The first place of a ledger. */
        public static Place first() {
            return new Place(1, Optional.empty(), OptionalLong.empty());
        }
    }

    /** Count and root of the entries of a seal. */
    public record Entries(int count, Sha256 root) {}

    public Statement {
        signers = List.copyOf(signers);
        successors = List.copyOf(successors);
        claimedTime = claimedTime.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The canonical bytes, which {@link #parse} reads.
     *
     * @throws MalformedException when a text is too long for a statement, or another limit is passed
     */
    public byte[] toBytes() throws MalformedException {
        requireLimits("seal.json");
        byte[] bytes = toJson().canonicalBytes();
        if (bytes.length > MAX_LENGTH) {
            throw new MalformedException(
                    MalformedException.Kind.TOO_LARGE, "seal.json", "a statement has at most " + MAX_LENGTH + " bytes");
        }
        return bytes;
    }

    private JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("claimedTime", claimedTime.toString())
                .put(
                        "entries",
                        JsonObject.builder()
                                .put("count", entries.count())
                                .put("root", entries.root())
                                .build())
                .put("format", FORMAT)
                .put("ledger", ledger)
                .put("milestone", milestone)
                .put("network", network.word())
                .put("nonce", nonce)
                .put("seal", place.seal())
                .put("signers", signersJson(signers))
                .put("study", study.toJson())
                .put("title", title);
        block.ifPresent(named -> json.put("block", named.toJson()));
        place.previous().ifPresent(digest -> json.put("previous", digest));
        place.supersedes().ifPresent(seal -> json.put("supersedes", seal));
        trail.ifPresent(head -> json.put("trail", head));
        if (!successors.isEmpty()) {
            json.put("successors", signersJson(successors));
        }
        return json.build();
    }

    private static JsonArray signersJson(List<RequiredSigner> signers) {
        return new JsonArray(
                signers.stream().map(signer -> (JsonValue) signer.toJson()).toList());
    }

    /**
     * Reads a statement.
     *
     * @param source what is read, for messages
     * @throws MalformedException when it is not canonical, not of this format, or outside its limits
     */
    public static Statement parse(String source, byte[] bytes) throws MalformedException {
        if (bytes.length > MAX_LENGTH) {
            throw new MalformedException(
                    MalformedException.Kind.TOO_LARGE, source, "a statement has at most " + MAX_LENGTH + " bytes");
        }
        JsonObject json = CanonicalJson.parseObject(source, bytes);
        String format = json.string(source, "format");
        if (!format.equals(FORMAT)) {
            throw new MalformedException(
                    MalformedException.Kind.NEWER,
                    source,
                    "format version is unknown to this program; a newer TrialSeal may read it");
        }
        json.requireOnly(source, MEMBERS);
        Statement statement = fromJson(source, json);
        statement.requireLimits(source);
        return statement;
    }

    private static Statement fromJson(String source, JsonObject json) throws MalformedException {
        return new Statement(
                network(source, json.string(source, "network")),
                json.hex(source, "ledger", LEDGER_LENGTH),
                Study.fromJson(source, json.object(source, "study")),
                place(source, json),
                json.string(source, "milestone"),
                json.string(source, "title"),
                time(source, json.string(source, "claimedTime")),
                json.hex(source, "nonce", NONCE_LENGTH),
                signers(source, json, "signers"),
                json.has("successors") ? signers(source, json, "successors") : List.of(),
                json.has("trail") ? Optional.of(json.sha256(source, "trail")) : Optional.empty(),
                json.has("block")
                        ? Optional.of(NamedBlock.fromJson(source, json.object(source, "block")))
                        : Optional.empty(),
                entries(source, json.object(source, "entries")));
    }

    private static Network network(String source, String word) throws MalformedException {
        return Network.ofWord(word).orElseThrow(() -> new MalformedException(source, "the network is unknown"));
    }

    private static Place place(String source, JsonObject json) throws MalformedException {
        Optional<Sha256> previous =
                json.has("previous") ? Optional.of(json.sha256(source, "previous")) : Optional.empty();
        return new Place(json.integer(source, "seal"), previous, json.optionalInteger(source, "supersedes"));
    }

    private static Instant time(String source, String text) throws MalformedException {
        try {
            Instant time = Instant.parse(text);
            if (time.truncatedTo(ChronoUnit.SECONDS).toString().equals(text)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            throw timeError(source);
        }
        throw timeError(source);
    }

    private static void requireFourDigitYear(String source, Instant time) throws MalformedException {
        if (time.toString().length() != TIME_LENGTH) {
            throw timeError(source);
        }
    }

    private static MalformedException timeError(String source) {
        return new MalformedException(source, "claimedTime is not of the form YYYY-MM-DDThh:mm:ssZ");
    }

    private static List<RequiredSigner> signers(String source, JsonObject json, String name) throws MalformedException {
        List<RequiredSigner> signers = new ArrayList<>();
        for (JsonObject signer : json.objects(source, name)) {
            signers.add(RequiredSigner.fromJson(source, signer));
        }
        return signers;
    }

    private static Entries entries(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("count", "root"));
        return new Entries((int) DatasetEntry.limited(source, json, "count", MAX_ENTRIES), json.sha256(source, "root"));
    }

    private void requireLimits(String source) throws MalformedException {
        StatementText.require(source, "milestone", milestone, 1, 64);
        StatementText.require(source, "title", title, 0, 200);
        study.requireLimits(source);
        requireFourDigitYear(source, claimedTime);
        for (RequiredSigner signer : signers) {
            signer.requireLimits(source);
        }
        for (RequiredSigner signer : successors) {
            signer.requireLimits(source);
        }
        if (place.seal() < 1 || place.previous().isPresent() != place.seal() > 1) {
            throw new MalformedException(source, "exactly the seals after the first name the one before");
        }
        if (place.supersedes().isPresent()
                && (place.supersedes().getAsLong() < 1 || place.supersedes().getAsLong() >= place.seal())) {
            throw new MalformedException(source, "a seal supersedes an earlier one");
        }
        if (entries.count() < 1 || entries.count() > MAX_ENTRIES) {
            throw new MalformedException(source, "a seal has 1 to " + MAX_ENTRIES + " entries");
        }
    }
}
