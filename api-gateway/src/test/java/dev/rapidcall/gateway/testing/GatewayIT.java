package dev.rapidcall.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.ApiGateway;
import dev.rapidcall.testing.RapidCallIT;
import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on real Postgres and Kafka, with a stand-in for every service behind it. */
@RapidCallIT(
    classes = ApiGateway.class,
    properties = {
      "spring.config.name=api-gateway",
      "AGENT_SHARED_SECRET=" + GatewayIT.AGENT_SECRET + ", old-agent-secret",
      "CLIENT_ORIGIN=" + GatewayIT.DASHBOARD + ", https://app.example.com",
      "METRICS_BEARER_TOKEN=" + GatewayIT.METRICS_TOKEN + ",old-metrics-token",
      "LIVEKIT_API_KEY=newkey,devkey",
      "LIVEKIT_API_SECRET=new-secret-new-secret-new-secret-1,devsecretdevsecretdevsecretdevsecret",
      "SIGN_IN_LIMIT_PER_ACCOUNT=1000000",
      "SIGN_IN_LIMIT_PER_ADDRESS=1000000",
      "WORKSPACE_REQUESTS_PER_MINUTE=1000000"
    })
public abstract class GatewayIT {
  /** Where the dashboard is served from. */
  public static final String DASHBOARD = "http://localhost:5173";

  /** A secret of the voice agent that is live. */
  public static final String AGENT_SECRET = "an-agent-secret-for-tests";

  /** The newest token of those who collect numbers. */
  public static final String METRICS_TOKEN = "a-metrics-token-for-tests";

  /** In the place of all owners. */
  protected static final StandInOwner OWNER = new StandInOwner();

  @LocalServerPort private int port;
  @Autowired private Environment environment;

  @DynamicPropertySource
  static void owners(DynamicPropertyRegistry properties) {
    for (String owner : new String[] {"CALL", "RECORDING", "TELEPHONY", "BILLING"}) {
      properties.add(owner + "_SERVICE_URL", OWNER::address);
    }
  }

  protected final Request get(String path) {
    return request("GET", path);
  }

  protected final Request post(String path) {
    return request("POST", path);
  }

  protected final Request request(String method, String path) {
    return new Request(address(), method, path);
  }

  /** Where the gateway is. */
  protected final URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  protected final PublishedEvents published() {
    return new PublishedEvents(
        environment.getRequiredProperty("KAFKA_BOOTSTRAP_SERVERS"),
        environment.getRequiredProperty("KAFKA_TOPIC_PREFIX"));
  }

  /** A variable or setting of the gateway. */
  protected final String variable(String name) {
    return environment.getRequiredProperty(name);
  }

  /** Registers somebody new, from an address that nobody else comes from. */
  protected final SignedUp signUp() {
    String email = "u" + UUID.randomUUID() + "@example.com";
    Answer answer =
        post("/api/auth/register")
            .fromDashboard()
            .with("X-Forwarded-For", "client-" + UUID.randomUUID())
            .json("{\"name\":\"Ada\",\"email\":\"" + email + "\",\"password\":\"correct horse\"}")
            .send();
    assertThat(answer.status()).isEqualTo(201);
    return new SignedUp(
        email,
        answer.json().at("/token").stringValue(),
        answer.json().at("/user/id").stringValue(),
        answer.json().at("/workspace/id").stringValue());
  }

  /** Somebody new who was invited by an owner, came, and works in his workspace from now on. */
  protected final SignedUp memberOf(SignedUp owner, String role) {
    SignedUp person = signUp();
    String workspace = "/api/workspaces/" + owner.workspaceId();
    Answer invited =
        post(workspace + "/invitations")
            .fromDashboard()
            .bearer(owner.token())
            .json("{\"email\":\"" + person.email() + "\",\"role\":\"" + role + "\"}")
            .send();
    String token = invited.json().at("/invitation/token").stringValue();
    Answer accepted =
        post("/api/invitations/accept")
            .fromDashboard()
            .bearer(person.token())
            .json("{\"token\":\"" + token + "\"}")
            .send();
    assertThat(accepted.status()).isEqualTo(200);
    Answer selected = post(workspace + "/select").fromDashboard().bearer(person.token()).send();
    assertThat(selected.status()).isEqualTo(200);
    return new SignedUp(person.email(), person.token(), person.userId(), owner.workspaceId());
  }

  /** A fresh API key of the workspace that somebody works in. */
  protected final String apiKeyOf(SignedUp owner, String... scopes) {
    Answer created =
        post("/api/api-keys")
            .fromDashboard()
            .bearer(owner.token())
            .json("{\"name\":\"k\",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}")
            .send();
    assertThat(created.status()).isEqualTo(201);
    return created.json().at("/apiKey/rawKey").stringValue();
  }

  /** Somebody with a session. */
  protected record SignedUp(String email, String token, String userId, String workspaceId) {}
}
