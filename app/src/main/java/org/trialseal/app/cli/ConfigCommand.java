package org.trialseal.app.cli;

import java.util.Map;
import org.trialseal.app.work.Configuration;
import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Show the settings in force and where they come from.",
        footer = {"", "Examples:", "  trialseal config", "  trialseal config --config site.properties"})
final class ConfigCommand extends Action {
    @Override
    int run(Workspace workspace) throws Exception {
        Configuration configuration = workspace.configuration();
        Output output = workspace.output();
        output.result("# " + configuration.file() + (configuration.fileFound() ? "" : " (not there: defaults)"));
        for (Map.Entry<String, String> setting : configuration.values().entrySet()) {
            output.result(setting.getKey() + " = " + setting.getValue());
        }
        output.json(json -> {
            json.writeStringField("file", configuration.file().toString());
            json.writeBooleanField("found", configuration.fileFound());
            json.writeObjectFieldStart("settings");
            for (Map.Entry<String, String> setting : configuration.values().entrySet()) {
                json.writeStringField(setting.getKey(), setting.getValue());
            }
            json.writeEndObject();
        });
        return ExitCode.PASSED;
    }
}
