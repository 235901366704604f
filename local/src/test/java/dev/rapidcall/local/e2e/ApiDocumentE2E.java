package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The gateway serves an approved description of the API; the code must still say the same. After a
 * wanted change, run this test with {@code -Dapprove=true} and commit what it wrote.
 */
class ApiDocumentE2E {
  private static final Path APPROVED =
      Path.of("..", "api-gateway", "src", "main", "resources", "apidocs", "openapi.json");

  @Test
  void theApprovedDocumentIsWhatTheCodeSays() throws IOException {
    String generated = ApiDocument.generated();

    if (Boolean.getBoolean("approve")) {
      Files.writeString(APPROVED, generated);
    }
    assertThat(generated)
        .as("the HTTP surface changed; approve it with -Dapprove=true")
        .isEqualTo(Files.readString(APPROVED));
  }
}
