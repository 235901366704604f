package dev.rapidcall.gateway.apidocs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a browser loads to show the API. */
class ApiDocsIT extends GatewayIT {
  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

  @Test
  void everybodyMayReadTheDocument() {
    Answer document = get("/openapi.json").send();

    assertThat(document.status()).isEqualTo(200);
    assertThat(document.json().path("openapi").asString()).startsWith("3.1");
    assertThat(document.json().path("paths").size()).isGreaterThan(50);
  }

  @Test
  void anyPageMayReadTheDocumentAndIsNamedOnce() {
    for (String origin : List.of(DASHBOARD, "https://elsewhere.example")) {
      Answer document = get("/openapi.json").with("Origin", origin).send();

      assertThat(document.headers().allValues("Access-Control-Allow-Origin"))
          .containsExactly(origin.equals(DASHBOARD) ? DASHBOARD : "*");
    }
  }

  @Test
  void thePageFindsAllThatItLoads() {
    Answer page = get("/docs").send();

    assertThat(page.status()).isEqualTo(200);
    Matcher loaded = LOADED.matcher(page.body());
    int files = 0;
    while (loaded.find()) {
      files++;
      assertThat(get(loaded.group(1)).send().status()).as(loaded.group(1)).isEqualTo(200);
    }
    assertThat(files).isEqualTo(3);
  }
}
