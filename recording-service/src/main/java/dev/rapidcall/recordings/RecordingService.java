package dev.rapidcall.recordings;

import dev.rapidcall.service.ServiceApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Records calls and plays them back. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RecordingService {

  /** Starts the service. */
  public static void main(String[] arguments) {
    ServiceApplication.run(RecordingService.class, "recording-service", arguments);
  }
}
