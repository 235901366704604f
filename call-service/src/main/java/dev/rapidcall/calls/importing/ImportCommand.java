package dev.rapidcall.calls.importing;

import dev.rapidcall.events.Id;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.ServiceApplication;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/** {@code import --workspace=<id> --data=<directory>}: brings in agents.json and calls.json. */
public final class ImportCommand {
  /** The word that asks for it. */
  public static final String WORD = "import";

  private static final int DONE = 0;
  private static final int COULD_NOT_RUN = 1;
  private static final int MISUSED = 2;
  private static final String USAGE =
      "Usage: import --workspace=<id> --data=<directory with agents.json, calls.json>"
          + " [--report=<file>]";

  private final PrintStream out;

  /** Shows its progress and its summary on {@code out}. */
  public ImportCommand(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param arguments {@code --NAME=value} stands before the environment variable of that name
   * @return the exit code: 0 if the files were read to their ends, whatever was refused of them
   */
  public int run(String... arguments) {
    ApplicationArguments options = new DefaultApplicationArguments(arguments);
    String workspace = option(options, "workspace");
    if (workspace == null || workspace.length() > Id.MAX_LENGTH) {
      out.println(USAGE);
      return MISUSED;
    }
    try (ConfigurableApplicationContext context =
        ServiceApplication.of(ImportApplication.class, "call-import").run(arguments)) {
      String data = option(options, "data");
      String directory =
          data == null ? context.getEnvironment().getProperty("MIGRATE_DATA_DIR") : data;
      if (!StringUtils.hasText(directory)) {
        out.println(USAGE);
        return MISUSED;
      }
      return run(context, new WorkspaceId(workspace), Path.of(directory), options);
    } catch (RuntimeException e) {
      out.println(
          "The import could not run: " + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      return COULD_NOT_RUN;
    }
  }

  private int run(
      ConfigurableApplicationContext context,
      WorkspaceId workspace,
      Path directory,
      ApplicationArguments options) {
    if (!Files.exists(directory.resolve("agents.json"))
        && !Files.exists(directory.resolve("calls.json"))) {
      out.println("The import could not run: no agents.json and no calls.json in " + directory);
      return COULD_NOT_RUN;
    }
    String named = option(options, "report");
    Path path = named == null ? directory.resolve("import-refused.jsonl") : Path.of(named);
    try (ImportReport report = new ImportReport(context.getBean(JsonMapper.class), path)) {
      context.getBean(ImportFiles.class).run(workspace, directory, report, out);
      report.summary().forEach(out::println);
      return report.isComplete() ? DONE : COULD_NOT_RUN;
    }
  }

  private static @Nullable String option(ApplicationArguments options, String name) {
    List<String> values = options.getOptionValues(name);
    return values == null || values.isEmpty() || values.getLast().isBlank()
        ? null
        : values.getLast();
  }
}
