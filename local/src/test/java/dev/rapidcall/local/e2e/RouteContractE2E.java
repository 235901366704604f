package dev.rapidcall.local.e2e;

import static dev.rapidcall.local.e2e.Problems.assertAnswered;
import static dev.rapidcall.local.e2e.Problems.assertProblem;
import static dev.rapidcall.local.e2e.Problems.assertReadableByOurPages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Route.Body.Kind;
import dev.rapidcall.local.e2e.Route.Door;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the table, against the running platform. */
class RouteContractE2E {
  private static final String UNKNOWN = "zzzzzzzzzz";
  private static final long LARGE = 60L * 1024 * 1024;
  private static final Set<String> ENDS_THE_SESSION =
      Set.of("POST /api/auth/logout", "POST /api/auth/logout-all");

  private static Tenant us;
  private static Tenant they;
  private static RouteCaller caller;

  @BeforeAll
  static void register() {
    us = new Tenant();
    they = new Tenant();
    caller = new RouteCaller(us);
  }

  static Stream<Route> all() {
    return RouteTable.ALL.stream();
  }

  static Stream<Route> forPeople() {
    return all().filter(route -> route.door().isForPeople());
  }

  static Stream<Route> forTheAgent() {
    return all().filter(route -> route.door() == Door.AGENT);
  }

  static Stream<Route> changing() {
    return forPeople().filter(Route::changes);
  }

  static Stream<Route> withJson() {
    return all().filter(route -> route.body().isJson());
  }

  static Stream<Route> withRequiredJson() {
    return all().filter(route -> route.body().kind() == Kind.JSON);
  }

  static Stream<Route> withAnyBody() {
    return all().filter(route -> route.body().kind() != Kind.NONE);
  }

  static Stream<Route> withUnknownIds() {
    return all().filter(route -> !route.unknown().isEmpty());
  }

  static Stream<Route> withForeignIds() {
    return all().filter(route -> !route.foreign().isEmpty());
  }

  static Stream<Route> beyondReading() {
    return forPeople().filter(route -> route.door() == Door.WRITE || route.door() == Door.ADMIN);
  }

  static Stream<Route> reading() {
    return forPeople().filter(route -> route.door() == Door.READ);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void worksAsTheTableSays(Route route) {
    Tenant tenant = ENDS_THE_SESSION.contains(route.shape()) ? new Tenant() : us;
    RouteCaller as = new RouteCaller(tenant);

    Answer answer = as.send(as.allowed(route), route);

    assertThat(answer.status()).as(answer.text()).isIn(route.works().statuses());
    assertAnswered(answer);
    if (answer.status() < 400) {
      assertThat(answer.header("Content-Type")).startsWith(route.works().contentType());
    } else {
      assertProblem(route, answer, answer.status());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forPeople")
  void demandsASessionOrAKey(Route route) {
    Map<String, String> ids = us.idsOf(route);
    Client page = RouteCaller.visitor();

    for (Client stranger :
        List.of(
            page,
            page.with("Authorization", "Bearer nonsense"),
            page.with("Authorization", "Bearer rck_" + "0".repeat(32)),
            page.with("Cookie", "auth_token=nonsense"),
            page.with("Cookie", "auth_token=%zz"),
            page.with("x-agent-secret", Platform.AGENT_SECRET))) {
      Answer answer = caller.send(stranger, route, ids);
      assertProblem(route, answer, 401);
      assertReadableByOurPages(route, answer);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forTheAgent")
  void demandsTheAgentsSecret(Route route) {
    Map<String, String> ids = us.idsOf(route);
    Client wrong = Client.of(Platform.gateway()).with("x-agent-secret", "wrong");

    assertProblem(route, caller.send(wrong, route, ids), 401);
    assertProblem(route, caller.send(RouteCaller.visitor(), route, ids), 401);
    assertProblem(route, caller.send(us.workspace.dashboard, route, ids), 401);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changing")
  void isChangedFromOurPagesOnly(Route route) {
    Map<String, String> ids = us.idsOf(route);
    Client bare = Client.of(Platform.gateway());

    assertProblem(route, caller.send(bare, route, ids), 403);
    Answer foreign = caller.send(bare.with("Origin", "https://evil.example.com"), route, ids);
    assertProblem(route, foreign, 403);
    assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    assertProblem(route, caller.send(bare.with("x-agent-secret", "wrong"), route, ids), 403);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withUnknownIds")
  void knowsNoIdThatNobodyHas(Route route) {
    for (int i = 0; i < route.ids().size(); i++) {
      Map<String, String> ids = new HashMap<>(us.idsOf(route));
      ids.put(route.ids().get(i), UNKNOWN);

      Answer answer = caller.send(caller.allowed(route), route, ids);

      assertThat(answer.status()).as(answer.text()).isEqualTo(route.unknown().forId(i));
      assertAnswered(answer);
      if (answer.status() >= 400) {
        assertProblem(route, answer, answer.status());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withForeignIds")
  void hidesWhatBelongsToAnotherWorkspace(Route route) {
    Map<String, String> theirs = they.idsOf(route);
    for (int i = 0; i < route.ids().size(); i++) {
      String kind = route.ids().get(i);
      Map<String, String> ids = new HashMap<>(us.idsOf(route));
      ids.put(kind, theirs.get(kind));

      Answer answer = caller.send(caller.allowed(route), route, ids);

      assertProblem(route, answer, route.foreign().forId(i));
      assertThat(answer.text()).doesNotContain(theirs.get(kind));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withJson")
  void refusesWhatIsNoJsonAndWhatIsNoObject(Route route) {
    Map<String, String> ids = us.idsOf(route);
    Client client = caller.allowed(route);

    assertProblem(route, caller.send(client, route.with("{\"a\":"), ids), 400);
    for (String noObject : List.of("[]", "[1]", "\"text\"", "7")) {
      assertInvalid(route, caller.send(client, route.with(noObject), ids));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withRequiredJson")
  void demandsABody(Route route) {
    Map<String, String> ids = us.idsOf(route);
    Client client = caller.allowed(route);

    assertInvalid(route, caller.send(client, route.with(null), ids));
    assertInvalid(route, caller.send(client.with("Content-Type", "text/plain"), route, ids));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withAnyBody")
  void takesNoBodyThatIsTooLarge(Route route) {
    Client client = caller.allowed(route);
    String path = us.fill(route.path(), us.idsOf(route));
    String type =
        route.body().kind() == Kind.FILE ? Upload.of("x").contentType() : "application/json";

    String answer = RawRequest.announcing(LARGE, type, route.method(), path, client.headers());

    assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("X-Request-Id");
    assertThat(answer).contains("{\"error\":\"").containsIgnoringCase("application/json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("beyondReading")
  void aKeyThatMayReadMayNoMore(Route route) {
    assertProblem(route, caller.send(Holders.readingKey(us), route), 403);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("beyondReading")
  void aViewerMayOnlyLook(Route route) {
    assertProblem(route, caller.send(Holders.viewer(us), route), 403);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reading")
  void aKeyThatMayReadAndAViewerSeeAll(Route route) {
    for (Client reader : List.of(Holders.readingKey(us), Holders.viewer(us))) {
      Answer answer = caller.send(reader, route);

      assertThat(answer.status()).as(answer.text()).isIn(route.works().statuses());
    }
  }

  private static void assertInvalid(Route route, Answer answer) {
    assertProblem(route, answer, 400);
    assertThat(answer.json().path("error").asString()).isEqualTo("Validation failed");
    assertThat(answer.json().path("details").path("formErrors").isArray()).isTrue();
    assertThat(answer.json().path("details").path("fieldErrors").isObject()).isTrue();
  }
}
