package dev.rapidcall.calls;

import dev.rapidcall.calls.importing.ImportCommand;
import dev.rapidcall.service.ServiceApplication;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Agents and calls. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CallService {

  /** Starts the service; with the word {@code import}, that command instead. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(ImportCommand.WORD)) {
      PrintStream errors =
          new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
      System.exit(new ImportCommand(errors).run(arguments));
    }
    ServiceApplication.run(CallService.class, "call-service", arguments);
  }
}
