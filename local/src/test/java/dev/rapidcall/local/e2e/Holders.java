package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.e2e.Client.Answer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Others who come into a tenant's workspace, with fewer rights than its owner. */
final class Holders {
  private static final Map<Tenant, Client> READING_KEYS = new ConcurrentHashMap<>();
  private static final Map<Tenant, Client> VIEWERS = new ConcurrentHashMap<>();

  private Holders() {}

  /** An API key that may read. */
  static Client readingKey(Tenant tenant) {
    return READING_KEYS.computeIfAbsent(tenant, it -> it.apiKey("read"));
  }

  /** A person who was invited to look. */
  static Client viewer(Tenant tenant) {
    return VIEWERS.computeIfAbsent(tenant, Holders::invited);
  }

  private static Client invited(Tenant tenant) {
    Workspace guest = Workspace.registered();
    String workspace = tenant.make("workspace");
    Answer invited =
        tenant.workspace.dashboard.post(
            "/api/workspaces/" + workspace + "/invitations",
            Map.of("email", guest.email, "role", "viewer"));
    assertThat(invited.status()).as(invited.text()).isEqualTo(201);
    String token = invited.json().path("invitation").path("token").asString();
    Answer accepted = guest.dashboard.post("/api/invitations/accept", Map.of("token", token));
    assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    Answer selected = guest.dashboard.post("/api/workspaces/" + workspace + "/select");
    assertThat(selected.status()).as(selected.text()).isEqualTo(200);
    return guest.dashboard;
  }
}
