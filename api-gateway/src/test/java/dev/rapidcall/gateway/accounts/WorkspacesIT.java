package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WorkspacesIT extends GatewayIT {

  @Test
  void listsTheOneThatEverybodyHas() {
    SignedUp person = signUp();

    assertThat(ids(person)).containsExactly(person.workspaceId());
  }

  @Test
  void renamesThePresentOne() {
    SignedUp person = signUp();

    Answer answer = post(person, "/api/workspaces", "{\"name\":\"Acme\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/workspace/id").stringValue()).isEqualTo(person.workspaceId());
    assertThat(answer.json().at("/workspace/name").stringValue()).isEqualTo("Acme");
    assertThat(answer.json().at("/workspace").propertyNames()).hasSize(27);
    assertThat(me(person).at("/workspace/name").stringValue()).isEqualTo("Acme");
    assertThat(ids(person)).hasSize(1);
  }

  @Test
  void renamesByItsId() {
    SignedUp person = signUp();

    Answer answer = put(person, "/api/workspaces/" + person.workspaceId(), "{\"name\":\"Acme\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/workspace/name").stringValue()).isEqualTo("Acme");
  }

  @Test
  void makesAnotherOneAndStaysWhereItIs() {
    SignedUp person = signUp();

    Answer answer = create(person, "Second");

    assertThat(answer.status()).isEqualTo(201);
    String second = answer.json().at("/workspace/id").stringValue();
    assertThat(second).matches("[0-9A-Za-z]{10}");
    assertThat(answer.json().at("/workspace/userId").stringValue()).isEqualTo(person.userId());
    assertThat(ids(person)).containsExactly(person.workspaceId(), second);
    assertThat(present(person)).isEqualTo(person.workspaceId());
  }

  @Test
  void worksInTheOneThatARequestNames() {
    SignedUp person = signUp();
    String second = create(person, "Second").json().at("/workspace/id").stringValue();

    Answer named = get("/api/me").bearer(person.token()).with("X-Workspace-Id", second).send();

    assertThat(named.json().at("/workspace/id").stringValue()).isEqualTo(second);
    assertThat(present(person)).isEqualTo(person.workspaceId());
  }

  @Test
  void worksInTheOneThatTheSessionSelected() {
    SignedUp person = signUp();
    String second = create(person, "Second").json().at("/workspace/id").stringValue();

    Answer selected = post(person, "/api/workspaces/" + second + "/select", "");

    assertThat(selected.status()).isEqualTo(200);
    assertThat(selected.json().at("/workspace/id").stringValue()).isEqualTo(second);
    assertThat(present(person)).isEqualTo(second);
    Answer named =
        get("/api/me").bearer(person.token()).with("X-Workspace-Id", person.workspaceId()).send();
    assertThat(named.json().at("/workspace/id").stringValue()).isEqualTo(person.workspaceId());
  }

  @Test
  void opensNoneOfAnotherPerson() {
    SignedUp person = signUp();
    SignedUp stranger = signUp();
    String foreign = "/api/workspaces/" + stranger.workspaceId();

    for (String named : List.of(stranger.workspaceId(), "nothing", "'")) {
      Answer answer =
          get("/api/workspaces").bearer(person.token()).with("X-Workspace-Id", named).send();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.json().at("/error").stringValue()).isNotBlank();
    }
    assertThat(post(person, foreign + "/select", "").status()).isEqualTo(404);
    assertThat(put(person, foreign, "{\"name\":\"Mine\"}").status()).isEqualTo(404);
    assertThat(present(stranger)).isEqualTo(stranger.workspaceId());
    assertThat(me(stranger).at("/workspace/name").stringValue()).isEqualTo("Ada workspace");
  }

  /** Who was taken out of a workspace still finds his way to another one, and out. */
  @Test
  void aStaleNameOfAWorkspaceLocksNobodyIn() {
    SignedUp person = signUp();

    for (String way :
        List.of("/api/workspaces/" + person.workspaceId() + "/select", "/api/auth/logout")) {
      assertThat(
              post(way)
                  .fromDashboard()
                  .bearer(person.token())
                  .with("X-Workspace-Id", "gone")
                  .send()
                  .status())
          .isEqualTo(200);
    }
  }

  /** Each 403 of this route throws a person out of the dashboard. */
  @Test
  void aStaleNameOfAWorkspaceDoesNotHideWhoIsSignedIn() {
    SignedUp person = signUp();

    Answer answer = get("/api/me").bearer(person.token()).with("X-Workspace-Id", "gone").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/workspace/id").stringValue()).isEqualTo(person.workspaceId());
  }

  @Test
  void renamesTheOneThatTheRequestNames() {
    SignedUp person = signUp();
    SignedUp stranger = signUp();
    String second = create(person, "Second").json().at("/workspace/id").stringValue();
    String key = apiKeyOf(person, "read", "write", "admin");

    Answer renamed = rename(person.token(), second);

    assertThat(renamed.json().at("/workspace/id").stringValue()).isEqualTo(second);
    assertThat(me(person).at("/workspace/name").stringValue()).isEqualTo("Ada workspace");
    assertThat(rename(key, person.workspaceId()).status()).isEqualTo(200);
    for (Answer refused :
        List.of(
            rename(key, second),
            rename(key, stranger.workspaceId()),
            rename(person.token(), stranger.workspaceId()))) {
      assertThat(refused.status()).isEqualTo(403);
    }
    assertThat(me(stranger).at("/workspace/name").stringValue()).isEqualTo("Ada workspace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\":\"\"}", "{\"name\":\"\\u0000\"}"})
  void tellsThatANameIsWrong(String body) {
    SignedUp person = signUp();

    for (Answer answer :
        List.of(
            post(person, "/api/workspaces", body),
            put(person, "/api/workspaces/" + person.workspaceId(), body))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/details/fieldErrors").propertyNames()).containsExactly("name");
    }
  }

  @Test
  void letsNobodyInWithoutCredentials() {
    for (Answer answer :
        List.of(
            get("/api/workspaces").send(),
            post("/api/workspaces").fromDashboard().json("{\"name\":\"a\"}").send(),
            post("/api/workspaces/w/select").fromDashboard().send(),
            get("/api/workspaces/w/members").bearer("0".repeat(48)).send(),
            post("/api/invitations/accept").fromDashboard().json("{}").send(),
            get("/api/api-keys").fromAgent().send())) {
      assertThat(answer.status()).isEqualTo(401);
    }
  }

  @Test
  @DisplayName("weakness 29: a workspace shows no secret and no id of a provider")
  void showsNoSecrets() {
    SignedUp person = signUp();

    for (JsonNode workspace :
        List.of(
            me(person).at("/workspace"),
            get("/api/workspaces").bearer(person.token()).send().json().at("/workspaces/0"))) {
      for (String key :
          List.of(
              "twilioSubaccountSid",
              "twilioSipTrunkSid",
              "twilioSipCredUsername",
              "twilioSipCredPassword",
              "stripeCustomerId",
              "stripeSubscriptionId",
              "stripePhoneNumbersItemId",
              "openmeterCustomerId",
              "openmeterCreditGrantId",
              "metronomeCustomerId",
              "metronomeContractId")) {
        assertThat(workspace.has(key)).isTrue();
        assertThat(workspace.at("/" + key).isNull()).isTrue();
      }
    }
  }

  private Answer rename(String credentials, String workspace) {
    return post("/api/workspaces")
        .fromDashboard()
        .bearer(credentials)
        .with("X-Workspace-Id", workspace)
        .json("{\"name\":\"Renamed\"}")
        .send();
  }

  private Answer create(SignedUp person, String name) {
    return post(person, "/api/workspaces", "{\"name\":\"" + name + "\",\"create\":true}");
  }

  private Answer post(SignedUp person, String path, String body) {
    return post(path).fromDashboard().bearer(person.token()).json(body).send();
  }

  private Answer put(SignedUp person, String path, String body) {
    return request("PUT", path).fromDashboard().bearer(person.token()).json(body).send();
  }

  private JsonNode me(SignedUp person) {
    return get("/api/me").bearer(person.token()).send().json();
  }

  private String present(SignedUp person) {
    return me(person).at("/workspace/id").stringValue();
  }

  private List<String> ids(SignedUp person) {
    return get("/api/workspaces")
        .bearer(person.token())
        .send()
        .json()
        .at("/workspaces")
        .values()
        .stream()
        .map(workspace -> workspace.at("/id").stringValue())
        .toList();
  }
}
