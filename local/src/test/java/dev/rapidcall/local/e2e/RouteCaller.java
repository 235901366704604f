package dev.rapidcall.local.e2e;

import dev.rapidcall.local.e2e.Client.Answer;
import java.util.Map;

/** Sends what the table says, as somebody and with some ids. */
final class RouteCaller {
  private final Tenant tenant;

  RouteCaller(Tenant tenant) {
    this.tenant = tenant;
  }

  /** With valid credentials of the tenant, whatever the route demands. */
  Client allowed(Route route) {
    return switch (route.door()) {
      case PUBLIC, SIGN_IN -> visitor();
      case WEBHOOK -> Client.of(Platform.gateway());
      case AGENT -> agent();
      case SELF, READ, WRITE, ADMIN -> tenant.workspace.dashboard;
    };
  }

  /** At the dashboard, signed out. */
  static Client visitor() {
    return Client.of(Platform.gateway()).with("Origin", Platform.origin());
  }

  static Client agent() {
    return Client.of(Platform.gateway()).with("x-agent-secret", Platform.AGENT_SECRET);
  }

  Answer send(Client client, Route route) {
    return send(client, route, tenant.idsOf(route));
  }

  Answer send(Client client, Route route, Map<String, String> ids) {
    String path = tenant.fill(route.path(), ids);
    Route.Body body = route.body();
    return switch (body.kind()) {
      case NONE -> client.send(route.method(), path, null);
      case JSON, OPTIONAL_JSON -> client.send(route.method(), path, tenant.fill(body.text(), ids));
      case RAW ->
          client.with("Content-Type", "application/json").send(route.method(), path, body.text());
      case FORM ->
          client
              .with("Content-Type", "application/x-www-form-urlencoded")
              .send(route.method(), path, body.text());
      case FILE -> {
        Upload upload = Upload.of(body.text());
        yield client
            .with("Content-Type", upload.contentType())
            .send(route.method(), path, upload.body());
      }
    };
  }
}
