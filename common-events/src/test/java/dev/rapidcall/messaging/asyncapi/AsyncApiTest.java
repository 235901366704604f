package dev.rapidcall.messaging.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AsyncApiTest {
  private static final Path APPROVED = Path.of("../docs/api/asyncapi.json");
  private static final String HOW =
      "The vocabulary says something else than docs/api/asyncapi.json. If that is meant, approve it:"
          + " ./mvnw -pl common-events test -Dtest=AsyncApiTest -Dapprove=true";

  @Test
  void theTopicsAreAsApproved() throws IOException {
    String document = AsyncApi.document();
    if (Boolean.getBoolean("approve")) {
      Files.createDirectories(APPROVED.getParent());
      Files.writeString(APPROVED, document);
    }

    assertThat(Files.exists(APPROVED)).as(HOW).isTrue();
    assertThat(document).as(HOW).isEqualTo(Files.readString(APPROVED));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = JsonMapper.shared().readTree(AsyncApi.document());

    List<String> references = new ArrayList<>();
    collect(document, references);

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.isObject() && node.path("$ref").isString()) {
      references.add(node.path("$ref").stringValue());
    }
    node.forEach(child -> collect(child, references));
  }
}
