package org.trialseal.core.prove;

import java.util.List;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;

/** The text for people in a package: what it shows, and how to check it without this program. */
final class PackageReadme {
    private PackageReadme() {}

    static String text(EvidenceFolder folder, List<String> shown) {
        Statement statement = folder.statement();
        StringBuilder text = new StringBuilder();
        line(text, "TrialSeal proof package");
        line(text, "");
        line(text, "This text was written by whoever made the package and proves nothing by itself.");
        if (statement.network() == Network.PRACTICE) {
            line(text, "It was sealed on the practice network: for training only, never evidence.");
        }
        line(text, "");
        line(text, "Study      " + statement.study().id());
        line(text, "Seal       " + statement.place().seal() + " (" + statement.milestone() + ")");
        line(text, "Title      " + statement.title());
        line(text, "Statement  SHA-256 " + folder.digest().hex());
        line(text, "");
        line(text, "Shown:");
        shown.forEach(artifact -> line(text, "- " + artifact));
        line(text, "");
        line(text, "To verify, without any network:   trialseal verify THIS-FILE");
        line(text, "");
        line(
                text,
                "Without TrialSeal: this file is a ZIP archive in the shape of a BagIt bag. manifest-sha256.txt lists");
        line(
                text,
                "the SHA-256 of each part (sha256sum checks them). seal.json is the sealed statement; seal.json.ots,");
        line(text, "where present, is an OpenTimestamps proof for it that stock tools read. The format of all other");
        line(text, "parts is in docs/proof-format.md of the program's sources, for anybody to implement.");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
