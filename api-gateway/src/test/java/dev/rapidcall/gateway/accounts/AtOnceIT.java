package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What several do at the same moment. */
class AtOnceIT extends GatewayIT {
  @Autowired private JdbcClient sql;

  @Test
  @DisplayName("weakness 8: two registrations of one address at once make one user, one workspace")
  void oneAddressIsRegisteredOnce() {
    String email = "u" + UUID.randomUUID() + "@example.com";
    String body = "{\"name\":\"Ada\",\"email\":\"" + email + "\",\"password\":\"correct horse\"}";

    List<Integer> answers =
        atOnce(4, () -> post("/api/auth/register").fromDashboard().json(body).send());

    assertThat(answers).containsExactlyInAnyOrder(201, 400, 400, 400);
    assertThat(count("users WHERE email = ?", email)).isOne();
    assertThat(count("workspaces w JOIN users u ON u.id = w.owner_id WHERE u.email = ?", email))
        .isOne();
  }

  @Test
  void oneInvitationMakesOneMembership() {
    SignedUp owner = signUp();
    SignedUp guest = signUp();
    String token =
        as(
                owner,
                "POST",
                "/invitations",
                "{\"email\":\"" + guest.email() + "\",\"role\":\"member\"}")
            .json()
            .at("/invitation/token")
            .stringValue();

    List<Integer> answers =
        atOnce(
            2,
            () ->
                post("/api/invitations/accept")
                    .fromDashboard()
                    .bearer(guest.token())
                    .json("{\"token\":\"" + token + "\"}")
                    .send());

    assertThat(answers).containsExactlyInAnyOrder(200, 404);
    assertThat(count("workspace_members WHERE workspace_id = ?", owner.workspaceId())).isEqualTo(2);
  }

  @Test
  void twoOwnersCannotBothGo() {
    SignedUp first = signUp();
    SignedUp second = memberOf(first, "owner");

    List<Integer> answers =
        atOnce(
            () -> as(first, "DELETE", "/members/" + second.userId(), ""),
            () -> as(second, "DELETE", "/members/" + first.userId(), ""));

    assertThat(answers).containsOnlyOnce(200);
    assertThat(count("workspace_members WHERE workspace_id = ?", first.workspaceId())).isOne();
  }

  @Test
  void aPersonOwnsTwentyWorkspacesAndNoMore() {
    SignedUp person = signUp();
    for (int i = 2; i < 20; i++) {
      assertThat(open(person).status()).isEqualTo(201);
    }

    assertThat(atOnce(2, () -> open(person))).containsExactlyInAnyOrder(201, 409);
    assertThat(count("workspaces WHERE owner_id = ?", person.userId())).isEqualTo(20);
    assertThat(open(person).body()).isEqualTo("{\"error\":\"A person may own 20 workspaces\"}");
  }

  private Answer open(SignedUp person) {
    return post("/api/workspaces")
        .fromDashboard()
        .bearer(person.token())
        .json("{\"name\":\"n\",\"create\":true}")
        .send();
  }

  private Answer as(SignedUp person, String method, String path, String body) {
    return request(method, "/api/workspaces/" + person.workspaceId() + path)
        .fromDashboard()
        .bearer(person.token())
        .json(body)
        .send();
  }

  private int count(String of, String it) {
    return sql.sql("SELECT count(*) FROM " + of).param(it).query(Integer.class).single();
  }

  private static List<Integer> atOnce(int times, Supplier<Answer> request) {
    return atOnce(Stream.generate(() -> request).limit(times));
  }

  private static List<Integer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
    return atOnce(Stream.of(one, other));
  }

  private static List<Integer> atOnce(Stream<Supplier<Answer>> requests) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> sent =
          requests.map(request -> CompletableFuture.supplyAsync(request, threads)).toList();
      return sent.stream().map(CompletableFuture::join).map(Answer::status).toList();
    }
  }
}
