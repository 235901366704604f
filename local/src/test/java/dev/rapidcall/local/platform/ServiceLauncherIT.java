package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.platform.stub.StubService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ServiceLauncherIT {

  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final int port = FreePorts.any();

  @Test
  void putsTheServicesOwnVariablesBeforeTheEnvironment() throws Exception {
    String fromOutside = System.getenv("PATH");
    try (ConfigurableApplicationContext service = start(Map.of("PATH", "its own"))) {
      assertThat(get("/variables/PATH").body()).isEqualTo("{\"value\":\"its own\"}");
      assertThat(fromOutside).isNotEqualTo("its own");
    }
  }

  @Test
  void answersJsonToABrowserThoughTheSharedClassPathKnowsXml() throws Exception {
    try (ConfigurableApplicationContext service = start(Map.of())) {
      HttpResponse<String> answer = get("/variables/spring.config.name");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
      assertThat(answer.body()).isEqualTo("{\"value\":\"stub\"}");
    }
  }

  private ConfigurableApplicationContext start(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("server.port", Integer.toString(port));
    return ServiceLauncher.start(StubService.class, "stub", all);
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Accept", BROWSER)
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
