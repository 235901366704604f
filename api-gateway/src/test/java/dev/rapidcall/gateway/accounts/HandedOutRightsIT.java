package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Nobody gives others more than he has, and what he gave goes when he goes. */
class HandedOutRightsIT extends GatewayIT {

  @Test
  @DisplayName("weakness 28: a key that only manages makes nobody an owner")
  void aManagingKeyMakesNoOwner() {
    SignedUp owner = signUp();
    SignedUp member = memberOf(owner, "member");
    String managing = apiKeyOf(owner, "admin");
    String reading = apiKeyOf(owner, "read", "admin");

    for (Answer refused :
        List.of(
            invite(owner, managing, "a@example.com", "owner"),
            invite(owner, managing, "a@example.com", "viewer"),
            invite(owner, reading, "a@example.com", "member"),
            change(owner, managing, member, "owner"),
            change(owner, reading, member, "owner"))) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().at("/error").stringValue()).isNotBlank();
    }
    assertThat(invite(owner, reading, "a@example.com", "viewer").status()).isEqualTo(201);
    assertThat(change(owner, reading, member, "viewer").status()).isEqualTo(200);
    String everything = apiKeyOf(owner, "read", "write", "admin");
    assertThat(change(owner, everything, member, "owner").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("weakness 28: a key does not outlive the key that made it")
  void aKeyEndsWithItsMaker() {
    SignedUp owner = signUp();
    long soon = Clock.systemUTC().millis() + 60_000;
    JsonNode maker = create(owner.token(), "{\"name\":\"m\",\"expiresAt\":" + soon + "}");
    String raw = maker.at("/rawKey").stringValue();

    JsonNode child = create(raw, "{\"name\":\"c\"}");
    Answer longer =
        post("/api/api-keys")
            .bearer(raw)
            .json("{\"name\":\"c\",\"expiresAt\":" + (soon + 1) + "}")
            .send();

    assertThat(child.at("/expiresAt").longValue()).isEqualTo(soon);
    assertThat(longer.status()).isEqualTo(400);
    assertThat(longer.json().at("/details/fieldErrors").propertyNames())
        .containsExactly("expiresAt");
    assertThat(
            create(raw, "{\"name\":\"c\",\"expiresAt\":" + (soon - 1) + "}")
                .at("/expiresAt")
                .longValue())
        .isEqualTo(soon - 1);

    String grandchild =
        create(child.at("/rawKey").stringValue(), "{\"name\":\"g\"}").at("/rawKey").stringValue();
    assertThat(opens(grandchild)).isTrue();
    request("DELETE", "/api/api-keys/" + maker.at("/id").stringValue())
        .fromDashboard()
        .bearer(owner.token())
        .send();
    assertThat(opens(child.at("/rawKey").stringValue())).isFalse();
    assertThat(opens(grandchild)).isFalse();
  }

  @Test
  @DisplayName("weakness 28: with a member go his keys, the keys of his keys and his invitations")
  void whoIsTakenOutLeavesNoDoorOpen() {
    SignedUp owner = signUp();
    SignedUp leaver = memberOf(owner, "owner");
    SignedUp guest = signUp();
    SignedUp friend = signUp();
    String his = apiKeyOf(leaver, "read", "write", "admin");
    String made = create(his, "{\"name\":\"c\"}").at("/rawKey").stringValue();
    String theirs = apiKeyOf(owner, "read");
    String invitation = token(invite(owner, leaver.token(), guest.email(), "owner"));
    String byKey = token(invite(owner, his, friend.email(), "viewer"));

    Answer removed =
        request("DELETE", members(owner) + leaver.userId())
            .fromDashboard()
            .bearer(owner.token())
            .send();

    assertThat(removed.status()).isEqualTo(200);
    assertThat(opens(his)).isFalse();
    assertThat(opens(made)).isFalse();
    assertThat(opens(theirs)).isTrue();
    assertThat(accept(guest, invitation).status()).isEqualTo(404);
    assertThat(accept(friend, byKey).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"member", "viewer"})
  @DisplayName("weakness 28: the keys of a person have no right that he lost")
  void whoIsDemotedKeepsWhatHisRoleAllows(String role) {
    SignedUp owner = signUp();
    SignedUp second = memberOf(owner, "owner");
    SignedUp guest = signUp();
    String all = apiKeyOf(second, "read", "write", "admin");
    String managing = apiKeyOf(second, "admin");
    String invitation = token(invite(owner, second.token(), guest.email(), "viewer"));
    OWNER.json("/api/agents", 200, "{}");

    assertThat(change(owner, owner.token(), second, role).status()).isEqualTo(200);

    assertThat(opens(all)).isTrue();
    assertThat(post("/api/agents").bearer(all).json("{}").send().status())
        .isEqualTo(role.equals("member") ? 200 : 403);
    assertThat(get("/api/api-keys").bearer(all).send().status()).isEqualTo(403);
    assertThat(opens(managing)).isFalse();
    assertThat(accept(guest, invitation).status()).isEqualTo(404);
  }

  private static String members(SignedUp of) {
    return "/api/workspaces/" + of.workspaceId() + "/members/";
  }

  private boolean opens(String key) {
    return get("/api/me").bearer(key).send().status() == 200;
  }

  private JsonNode create(String credentials, String body) {
    Answer answer = post("/api/api-keys").fromDashboard().bearer(credentials).json(body).send();
    assertThat(answer.status()).isEqualTo(201);
    return answer.json().at("/apiKey");
  }

  private Answer invite(SignedUp to, String credentials, String email, String role) {
    return post("/api/workspaces/" + to.workspaceId() + "/invitations")
        .fromDashboard()
        .bearer(credentials)
        .json("{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
        .send();
  }

  private Answer change(SignedUp in, String credentials, SignedUp member, String role) {
    return request("PUT", members(in) + member.userId())
        .fromDashboard()
        .bearer(credentials)
        .json("{\"role\":\"" + role + "\"}")
        .send();
  }

  private Answer accept(SignedUp guest, String token) {
    return post("/api/invitations/accept")
        .fromDashboard()
        .bearer(guest.token())
        .json("{\"token\":\"" + token + "\"}")
        .send();
  }

  private static String token(Answer invited) {
    assertThat(invited.status()).isEqualTo(201);
    return invited.json().at("/invitation/token").stringValue();
  }
}
