package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what in a workspace. */
class RightsIT extends GatewayIT {

  @ParameterizedTest
  @CsvSource({
    "GET, /api/me, 200, 200, 200",
    "GET, /api/agents, 200, 200, 200",
    "POST, /api/agents, 200, 200, 403",
    "PUT, /api/agents/a1, 200, 200, 403",
    "DELETE, /api/agents/a1, 200, 200, 403",
    "DELETE, /%61pi/agents/a1, 200, 200, 403",
    "POST, /api/kb/search, 200, 200, 200",
    "POST, /api/billing/upgrade, 200, 403, 403",
    "POST, /api/workspaces/{id}/twilio/buy-number, 200, 403, 403",
    "GET, /api/workspaces, 200, 200, 200",
    "POST, /api/workspaces, 200, 403, 403",
    "PUT, /api/workspaces/{id}, 200, 403, 403",
    "GET, /api/workspaces/{id}/members, 200, 403, 403",
    "GET, /api/workspaces/{id}/invitations, 200, 403, 403",
    "POST, /api/workspaces/{id}/invitations, 201, 403, 403",
    "GET, /api/api-keys, 200, 403, 403",
    "GET, /api/%61pi-keys, 200, 403, 403",
    "POST, /api/api-keys, 201, 403, 403",
    "DELETE, /api/api-keys/k1, 404, 403, 403",
    "POST, /api/auth/logout, 200, 200, 200",
  })
  void aRoleIsWhatAPersonMayDo(String method, String path, int owner, int member, int viewer) {
    SignedUp boss = signUp();
    String here = path.replace("{id}", boss.workspaceId());
    OWNER.json(here.replace("%61", "a"), 200, "{}");

    assertThat(send(memberOf(boss, "viewer"), method, here).status()).isEqualTo(viewer);
    assertThat(send(memberOf(boss, "member"), method, here).status()).isEqualTo(member);
    Answer refused = send(memberOf(boss, "viewer"), method, here);
    if (refused.status() == 403) {
      assertThat(refused.json().at("/error").stringValue()).isNotBlank();
    }
    assertThat(send(boss, method, here).status()).isEqualTo(owner);
  }

  private Answer send(SignedUp as, String method, String path) {
    return request(method, path)
        .fromDashboard()
        .bearer(as.token())
        .json("{\"name\":\"n\",\"email\":\"x@example.com\",\"role\":\"viewer\"}")
        .send();
  }
}
