package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MembersIT extends GatewayIT {
  @Autowired private JdbcClient sql;

  @Test
  void anInvitedPersonJoins() {
    SignedUp owner = signUp();
    SignedUp guest = signUp();

    Answer invited = invite(owner, guest.email().toUpperCase(Locale.ROOT), "member");

    assertThat(invited.status()).isEqualTo(201);
    JsonNode invitation = invited.json().at("/invitation");
    assertThat(invitation.propertyNames())
        .containsExactlyInAnyOrder("id", "email", "role", "expiresAt", "token");
    assertThat(invitation.at("/email").stringValue()).isEqualTo(guest.email());
    String token = invitation.at("/token").stringValue();
    assertThat(pending(owner).body()).contains(guest.email()).doesNotContain(token);
    String rows =
        sql.sql("SELECT i::text FROM workspace_invitations i WHERE id = ?")
            .param(invitation.at("/id").stringValue())
            .query(String.class)
            .single();
    assertThat(rows).doesNotContain(token);

    Answer joined = accept(guest, token);

    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.json().at("/workspace/id").stringValue()).isEqualTo(owner.workspaceId());
    assertThat(pending(owner).json().at("/invitations")).isEmpty();
    assertThat(roles(owner)).containsExactly("owner", "member");
    JsonNode member = members(owner).json().at("/members/1");
    assertThat(member.at("/userId").stringValue()).isEqualTo(guest.userId());
    assertThat(member.at("/email").stringValue()).isEqualTo(guest.email());
    assertThat(member.at("/name").stringValue()).isEqualTo("Ada");
    assertThat(member.at("/createdAt").isIntegralNumber()).isTrue();
    assertThat(present(guest)).isEqualTo(guest.workspaceId());
    assertThat(accept(guest, token).status()).isEqualTo(404);
  }

  @Test
  void anInvitationIsForOneAddress() {
    SignedUp owner = signUp();
    String token = tokenFor(owner, "somebody@example.com");

    assertThat(accept(signUp(), token).status()).isEqualTo(403);
    assertThat(accept(signUp(), "nothing").status()).isEqualTo(404);
    assertThat(accept(signUp(), "").status()).isEqualTo(400);
    assertThat(roles(owner)).containsExactly("owner");
  }

  @Test
  void aNewInvitationTakesThePlaceOfTheOld() {
    SignedUp owner = signUp();
    SignedUp guest = signUp();
    String old = tokenFor(owner, guest.email());
    String fresh = tokenFor(owner, guest.email());

    assertThat(pending(owner).json().at("/invitations")).hasSize(1);
    assertThat(accept(guest, old).status()).isEqualTo(404);
    assertThat(accept(guest, fresh).status()).isEqualTo(200);
  }

  @Test
  void aWithdrawnInvitationOpensNothing() {
    SignedUp owner = signUp();
    SignedUp guest = signUp();
    SignedUp stranger = signUp();
    JsonNode invitation = invite(owner, guest.email(), "viewer").json().at("/invitation");
    String path = "/invitations/" + invitation.at("/id").stringValue();

    assertThat(send(stranger, "DELETE", of(owner) + path, "").status()).isEqualTo(404);
    assertThat(send(stranger, "DELETE", of(stranger) + path, "").status()).isEqualTo(404);
    assertThat(send(owner, "DELETE", of(owner) + path, "").body()).isEqualTo("{\"ok\":true}");

    assertThat(send(owner, "DELETE", of(owner) + path, "").status()).isEqualTo(404);
    assertThat(accept(guest, invitation.at("/token").stringValue()).status()).isEqualTo(404);
  }

  @Test
  void doesNotInviteAMember() {
    SignedUp owner = signUp();

    Answer answer = invite(owner, owner.email(), "viewer");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().at("/error").stringValue()).isEqualTo("Already a member");
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, member, email",
    "a@example.com, admin, role",
    "a@example.com, '', role",
  })
  void tellsWhichFieldOfAnInvitationIsWrong(String email, String role, String field) {
    Answer answer = invite(signUp(), email, role);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/details/fieldErrors").propertyNames()).containsExactly(field);
  }

  @Test
  void anOwnerGivesOtherRoles() {
    SignedUp owner = signUp();
    SignedUp member = memberOf(owner, "member");

    Answer changed = change(owner, member.userId(), "viewer");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/member/role").stringValue()).isEqualTo("viewer");
    assertThat(roles(owner)).containsExactly("owner", "viewer");
    assertThat(change(owner, member.userId(), "boss").status()).isEqualTo(400);
    assertThat(change(owner, "nobody", "viewer").status()).isEqualTo(404);
  }

  @Test
  void theLastOwnerStays() {
    SignedUp owner = signUp();
    SignedUp member = memberOf(owner, "member");

    for (Answer refused :
        List.of(change(owner, owner.userId(), "member"), remove(owner, owner.userId()))) {
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.json().at("/error").stringValue()).isEqualTo("The last owner cannot go");
    }

    assertThat(change(owner, member.userId(), "owner").status()).isEqualTo(200);
    assertThat(change(owner, owner.userId(), "viewer").status()).isEqualTo(200);
    Answer me = get("/api/me").bearer(member.token()).send();
    assertThat(me.json().at("/workspace/userId").stringValue()).isEqualTo(member.userId());
  }

  @Test
  void whoIsTakenOutIsBackInHisOwnWorkspace() {
    SignedUp owner = signUp();
    SignedUp member = memberOf(owner, "member");
    assertThat(present(member)).isEqualTo(owner.workspaceId());

    assertThat(remove(owner, member.userId()).body()).isEqualTo("{\"ok\":true}");

    assertThat(present(member)).isNotEqualTo(owner.workspaceId());
    assertThat(
            get("/api/workspaces")
                .bearer(member.token())
                .with("X-Workspace-Id", owner.workspaceId())
                .send()
                .status())
        .isEqualTo(403);
    assertThat(remove(owner, member.userId()).status()).isEqualTo(404);
  }

  @Test
  void nobodyIsLeftWithoutAWorkspace() {
    SignedUp leaver = signUp();
    SignedUp heir = memberOf(leaver, "owner");

    assertThat(remove(heir, leaver.userId()).status()).isEqualTo(200);

    JsonNode me = get("/api/me").bearer(leaver.token()).send().json();
    assertThat(me.at("/workspace/id").stringValue()).isNotEqualTo(leaver.workspaceId());
    assertThat(me.at("/workspace/name").stringValue()).isEqualTo("Ada workspace");
    assertThat(me.at("/workspace/userId").stringValue()).isEqualTo(leaver.userId());
  }

  @Test
  void anotherWorkspaceIsNotThere() {
    SignedUp owner = signUp();
    SignedUp stranger = signUp();
    String member = of(owner) + "/members/" + owner.userId();

    for (Answer answer :
        List.of(
            send(stranger, "GET", of(owner) + "/members", ""),
            send(stranger, "PUT", member, "{\"role\":\"viewer\"}"),
            send(stranger, "DELETE", member, ""),
            send(
                stranger,
                "PUT",
                of(stranger) + "/members/" + owner.userId(),
                "{\"role\":\"viewer\"}"),
            send(stranger, "DELETE", of(stranger) + "/members/" + owner.userId(), ""),
            send(stranger, "GET", of(owner) + "/invitations", ""),
            send(
                stranger,
                "POST",
                of(owner) + "/invitations",
                "{\"email\":\"a@example.com\",\"role\":\"owner\"}"))) {
      assertThat(answer.status()).isEqualTo(404);
    }
    assertThat(roles(owner)).containsExactly("owner");
  }

  private static String of(SignedUp person) {
    return "/api/workspaces/" + person.workspaceId();
  }

  private Answer send(SignedUp as, String method, String path, String body) {
    return request(method, path).fromDashboard().bearer(as.token()).json(body).send();
  }

  private Answer invite(SignedUp owner, String email, String role) {
    return send(
        owner,
        "POST",
        of(owner) + "/invitations",
        "{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}");
  }

  private String tokenFor(SignedUp owner, String email) {
    return invite(owner, email, "member").json().at("/invitation/token").stringValue();
  }

  private Answer accept(SignedUp guest, String token) {
    return send(guest, "POST", "/api/invitations/accept", "{\"token\":\"" + token + "\"}");
  }

  private Answer pending(SignedUp owner) {
    return send(owner, "GET", of(owner) + "/invitations", "");
  }

  private Answer members(SignedUp owner) {
    return send(owner, "GET", of(owner) + "/members", "");
  }

  private Answer change(SignedUp owner, String userId, String role) {
    return send(owner, "PUT", of(owner) + "/members/" + userId, "{\"role\":\"" + role + "\"}");
  }

  private Answer remove(SignedUp owner, String userId) {
    return send(owner, "DELETE", of(owner) + "/members/" + userId, "");
  }

  private List<String> roles(SignedUp owner) {
    return members(owner).json().at("/members").values().stream()
        .map(member -> member.at("/role").stringValue())
        .toList();
  }

  private String present(SignedUp person) {
    return get("/api/me").bearer(person.token()).send().json().at("/workspace/id").stringValue();
  }
}
