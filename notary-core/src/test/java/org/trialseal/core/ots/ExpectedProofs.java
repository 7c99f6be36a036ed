package org.trialseal.core.ots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lists of expectations, which hold one member a line, into flat maps. */
final class ExpectedProofs {
    private static final Pattern MEMBER = Pattern.compile("^\\s*\"(\\w+[\\w.]*)\": \"?(.*?)\"?,?$");

    private ExpectedProofs() {}

    /** Each file's members; those of its attestations follow as maps of their own under the file. */
    record Expected(Map<String, String> file, List<Map<String, String>> attestations) {
        String of(String member) {
            return file.getOrDefault(member, "");
        }
    }

    static List<Expected> read(Path list) throws IOException {
        List<Expected> all = new ArrayList<>();
        Map<String, String> target = new HashMap<>();
        for (String line : Files.readAllLines(list)) {
            Matcher member = MEMBER.matcher(line);
            if (!member.matches()) {
                continue;
            }
            String name = member.group(1);
            if (name.equals("file")) {
                target = new HashMap<>();
                all.add(new Expected(target, new ArrayList<>()));
            } else if (name.equals("type")) {
                target = new HashMap<>();
                all.get(all.size() - 1).attestations().add(target);
            } else if (name.startsWith("target")) {
                target = all.get(all.size() - 1).file();
            }
            target.put(name, member.group(2));
        }
        return all;
    }
}
