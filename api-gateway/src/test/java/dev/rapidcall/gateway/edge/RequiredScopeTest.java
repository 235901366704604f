package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredScopeTest {

  @Test
  void aLineBreakInAPathHidesNothing() {
    assertThat(RequiredScope.of("POST", "/api/workspaces/w1\nx/y")).isEqualTo(RequiredScope.ADMIN);
    assertThat(RequiredScope.of("GET", "/api/api-keys/\n")).isEqualTo(RequiredScope.ADMIN);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/me, READ",
    "HEAD, /api/me, READ",
    "GET, /api/agents, READ",
    "POST, /api/agents, WRITE",
    "PUT, /api/agents/a1, WRITE",
    "PATCH, /api/agents/a1, WRITE",
    "DELETE, /api/agents/a1, WRITE",
    "POST, /api/agents/a1/start, WRITE",
    "POST, /api/calls/c1/end, WRITE",
    "TRACE, /api/agents, WRITE",
    "POST, /api/anything/new, WRITE",
    "POST, /api/kb/search, READ",
    "POST, /api/kb/folders, WRITE",
    "POST, /api/auth/logout, NONE",
    "POST, /api/auth/logout-all, NONE",
    "POST, /api/auth/logout/x, WRITE",
    "POST, /api/invitations/accept, NONE",
    "GET, /api/workspaces, READ",
    "POST, /api/workspaces, NONE",
    "POST, /api/workspaces/w1/select, NONE",
    "PUT, /api/workspaces/w1, ADMIN",
    "GET, /api/workspaces/w1/members, ADMIN",
    "PUT, /api/workspaces/w1/members/u1, ADMIN",
    "DELETE, /api/workspaces/w1/members/u1, ADMIN",
    "GET, /api/workspaces/w1/invitations, ADMIN",
    "POST, /api/workspaces/w1/invitations, ADMIN",
    "DELETE, /api/workspaces/w1/invitations/i1, ADMIN",
    "GET, /api/workspaces/w1/twilio, READ",
    "GET, /api/workspaces/w1/twilio/available-numbers, READ",
    "POST, /api/workspaces/w1/twilio/subaccount, ADMIN",
    "POST, /api/workspaces/w1/twilio/buy-number, ADMIN",
    "POST, /api/workspaces/w1/reset-twilio, ADMIN",
    "POST, /api/workspaces/w1/select/x, ADMIN",
    "GET, /api/api-keys, ADMIN",
    "POST, /api/api-keys, ADMIN",
    "DELETE, /api/api-keys/k1, ADMIN",
    "GET, /api/billing/status, READ",
    "POST, /api/billing/upgrade, ADMIN",
  })
  void everyRequestNeedsItsRight(String method, String path, RequiredScope scope) {
    assertThat(RequiredScope.of(method, path)).isEqualTo(scope);
  }
}
