package org.trialseal.core.corpus;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoint;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.CompactTarget;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.Network;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.verify.VerificationPolicy;

/**
 * What a verifier is told beside the package, as the member {@code policy} of a vector says it; see docs/proof-format.md,
 * "Test vectors".
 *
 * @param practice whether practice counts
 * @param minimumWork demanded on top
 * @param signers whose signatures are demanded
 * @param bitcoin the main chain; when empty, its true parameters and no checkpoint but the genesis
 * @param known headers of the main chain known locally
 */
record Conditions(
        boolean practice,
        BigInteger minimumWork,
        Set<Sha256> signers,
        Optional<Checkpoints> bitcoin,
        Optional<HeaderRun> known) {
    private static final String SOURCE = "policy";
    private static final int HEADER_LENGTH = 80;

    /** Accepts practice and demands nothing. */
    static final Conditions PRACTICE =
            new Conditions(true, BigInteger.ZERO, Set.of(), Optional.empty(), Optional.empty());

    /** Demands nothing and accepts no practice. */
    static final Conditions STRICT =
            new Conditions(false, BigInteger.ZERO, Set.of(), Optional.empty(), Optional.empty());

    Conditions on(Checkpoints chain) {
        return new Conditions(practice, minimumWork, signers, Optional.of(chain), known);
    }

    Conditions withWork(long hashes) {
        return new Conditions(practice, BigInteger.valueOf(hashes), signers, bitcoin, known);
    }

    Conditions withSigner(Sha256 signer) {
        return new Conditions(practice, minimumWork, Set.of(signer), bitcoin, known);
    }

    Conditions knowing(HeaderRun run) {
        return new Conditions(practice, minimumWork, signers, bitcoin, Optional.of(run));
    }

    VerificationPolicy policy() {
        VerificationPolicy policy = VerificationPolicy.standard(
                        bitcoin.orElseGet(() -> Checkpoints.genesisOnly(ChainParameters.main())))
                .withMinimumWork(minimumWork)
                .withSigners(signers);
        VerificationPolicy knowing = known.map(policy::knowing).orElse(policy);
        return practice ? knowing.acceptingPractice() : knowing;
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder();
        if (practice) {
            json.put("practice", "accepted");
        }
        if (minimumWork.signum() > 0) {
            json.put("minWork", minimumWork.toString());
        }
        if (!signers.isEmpty()) {
            json.put(
                    "signers",
                    JsonArray.ofStrings(
                            signers.stream().map(Sha256::hex).sorted().toList()));
        }
        bitcoin.ifPresent(chain -> json.put("bitcoin", chain(chain)));
        known.ifPresent(run -> json.put(
                "known",
                JsonObject.builder()
                        .put("headers", run.bytes())
                        .put("start", run.startHeight())
                        .build()));
        return json.build();
    }

    private static JsonObject chain(Checkpoints chain) {
        ChainParameters parameters = chain.parameters();
        JsonObject.Builder versions = JsonObject.builder();
        parameters.minimumVersions().forEach((height, version) -> versions.put(Long.toString(height), version));
        return JsonObject.builder()
                .put(
                        "checkpoints",
                        new JsonArray(chain.list().stream()
                                .map(Conditions::checkpoint)
                                .toList()))
                .put("genesis", parameters.genesis().bytes())
                .put("interval", parameters.retargetInterval())
                .put("limit", parameters.limit().toString(16))
                .put("retargeting", parameters.retargeting() ? "yes" : "no")
                .put("timespan", parameters.retargetTimespan())
                .put("versions", versions.build())
                .build();
    }

    private static JsonValue checkpoint(Checkpoint checkpoint) {
        List<JsonValue> times = new ArrayList<>(
                checkpoint.times().stream().map(JsonInteger::new).toList());
        return JsonObject.builder()
                .put("bits", checkpoint.nextTarget().toString())
                .put("hash", checkpoint.hash().display())
                .put("height", checkpoint.height())
                .put("times", new JsonArray(times))
                .build();
    }

    static Conditions fromJson(JsonObject json) throws MalformedException {
        Set<Sha256> signers = new HashSet<>();
        if (json.has("signers")) {
            json.strings(SOURCE, "signers")
                    .forEach(hex -> signers.add(Sha256.wrap(Bytes.ofHex(hex).toArray())));
        }
        return new Conditions(
                json.has("practice"),
                new BigInteger(json.optionalString(SOURCE, "minWork").orElse("0")),
                signers,
                json.has("bitcoin") ? Optional.of(chain(json.object(SOURCE, "bitcoin"))) : Optional.empty(),
                json.has("known") ? Optional.of(known(json.object(SOURCE, "known"))) : Optional.empty());
    }

    private static Checkpoints chain(JsonObject json) throws MalformedException {
        SortedMap<Long, Integer> versions = new TreeMap<>();
        JsonObject minimums = json.object(SOURCE, "versions");
        for (String height : minimums.members().keySet()) {
            versions.put(Long.valueOf(height), (int) minimums.integer(SOURCE, height));
        }
        ChainParameters parameters = new ChainParameters(
                Network.BITCOIN,
                BlockHeader.ofHex(json.string(SOURCE, "genesis")),
                new BigInteger(json.string(SOURCE, "limit"), 16),
                (int) json.integer(SOURCE, "interval"),
                json.integer(SOURCE, "timespan"),
                json.string(SOURCE, "retargeting").equals("yes"),
                versions);
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (JsonObject checkpoint : json.objects(SOURCE, "checkpoints")) {
            checkpoints.add(new Checkpoint(
                    checkpoint.integer(SOURCE, "height"),
                    BlockHash.ofDisplay(checkpoint.string(SOURCE, "hash")),
                    CompactTarget.ofBits(Integer.parseUnsignedInt(checkpoint.string(SOURCE, "bits"), 16)),
                    checkpoint.array(SOURCE, "times").stream()
                            .map(time -> ((JsonInteger) time).value())
                            .toList()));
        }
        return Checkpoints.of(parameters, checkpoints);
    }

    private static HeaderRun known(JsonObject json) throws MalformedException {
        String headers = json.string(SOURCE, "headers");
        assert headers.length() % (2 * HEADER_LENGTH) == 0;
        return HeaderRun.parse(
                json.integer(SOURCE, "start"), Bytes.ofHex(headers).toArray(), SOURCE);
    }

    /** The members of a JSON text that was laid out in lines. */
    static String unlined(String text) {
        return text.replaceAll("\n *", "");
    }

    static JsonValue word(String value) {
        return new JsonString(value);
    }
}
