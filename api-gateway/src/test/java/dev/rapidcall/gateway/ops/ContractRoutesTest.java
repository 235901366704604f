package dev.rapidcall.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

class ContractRoutesTest {
  private final ContractRoutes routes = ContractRoutes.read();

  @ParameterizedTest
  @CsvSource({
    "/api/calls, /api/calls",
    "/api/calls/call_a1B2, /api/calls/:id",
    "/api/calls/call_a1B2/recording-url, /api/calls/:id/recording-url",
    "/api/agents/generate-prompt, /api/agents/generate-prompt",
    "/api/agents/a1/variants/v1, /api/agents/:id/variants/:variantId",
    "/api/internal/calls/out_1/transfer, /api/internal/calls/:id/transfer"
  })
  void namesARequestByItsTemplate(String path, String name) {
    assertThat(routes.of(new MockHttpServletRequest("GET", path))).isEqualTo(name);
  }

  @Test
  void namesARouteThatIsNotInTheTableByThePatternItWasRoutedBy() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/new/things/17");
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/new/**");

    assertThat(routes.of(request)).isEqualTo("/api/new/*");
  }

  @Test
  void hasOneNameForEverythingUnknown() {
    assertThat(routes.of(new MockHttpServletRequest("GET", "/wp-admin/17.php")))
        .isEqualTo("unknown");
  }
}
