package dev.rapidcall.calls.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.calls.webhooks.testing.Backlog;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many go out, and whose. */
class FairDeliveryIT extends CustomerWithWebhook {
  @Autowired DeliveryWork work;

  @Test
  void theBacklogOfOneWorkspaceKeepsNoOtherFromTheSameHost() {
    String busy = other();
    Backlog.of(jdbc, busy, 10_000).dueTo(receiver.url());
    due.claim(200);
    tellStart(agent);

    List<DueDelivery> claimed = due.claim(1);

    assertThat(claimed).extracting(one -> one.workspaceId().value()).containsExactly(workspace);
  }

  @Test
  void aHostHasABoundAndWorkspacesShareIt() {
    IntStream.range(0, 6).forEach(i -> Backlog.of(jdbc, other(), 100).dueTo(receiver.url()));

    List<DueDelivery> claimed = due.claim(200);

    assertThat(claimed).hasSize(DueDeliveries.PER_HOST);
    assertThat(claimed.stream().map(DueDelivery::workspaceId).distinct()).hasSize(6);
    assertThat(due.claim(200)).isEmpty();

    claimed.stream().limit(3).forEach(one -> settle(one, DeliveryStatus.DELIVERED));
    assertThat(due.claim(200)).hasSize(3);
  }

  @Test
  void workspacesTakeTurnsHoweverManyHostsOneHas() {
    String busy = other();
    Backlog.of(jdbc, busy, 300).dueTo("http://127.0.0.1:1/");
    jdbc.sql(
            "update webhook_deliveries set url = 'http://h' || event_seq || '/' where workspace_id = :w")
        .param("w", busy)
        .update();
    due.claim(100);
    tellStart(agent);

    assertThat(due.claim(1))
        .extracting(one -> one.workspaceId().value())
        .containsExactly(workspace);
  }

  @Test
  void veryLargeBodiesOfAWorkspaceAreNotAllTakenUpAtOnce() {
    String large = other();
    Backlog.of(jdbc, large, 30).dueTo(receiver.url());
    jdbc.sql("update customer_events set body_bytes = 10000000 where workspace_id = :w")
        .param("w", large)
        .update();

    List<DueDelivery> claimed = due.claim(200);

    assertThat(claimed).hasSize(1);
    assertThat(due.claim(200)).isEmpty();
    settle(claimed.getFirst(), DeliveryStatus.DELIVERED);
    assertThat(due.claim(200)).hasSize(1);
  }

  @Test
  void aFastHostIsServedWithoutWaitingForTheNextLook() {
    int many = 10 * DueDeliveries.PER_LANE;
    IntStream.range(0, many).forEach(i -> tellStart(agent));

    work.work();

    await().until(() -> deliveries("&status=delivered&limit=200").size() == many);
    assertThat(receiver.received()).hasSize(many);
  }

  @Test
  void tensOfThousandsThatMustWaitCostALookNothing() {
    Backlog.of(jdbc, other(), 30_000).blockedAt("http://127.0.0.1:1/");
    Backlog.of(jdbc, other(), 30_000).dueTo("http://127.0.0.1:2/");
    tellStart(agent);

    assertThat(rowsRead()).isLessThan(500);
  }

  /** Rows that a claim looks at in the tables, counted by the database. */
  private long rowsRead() {
    String plan =
        jdbc.sql("explain (analyze, timing off, format json) " + DueDeliveries.CLAIM)
            .params(DueDeliveries.parameters(clock.instant(), 200))
            .query(String.class)
            .single();
    return rowsRead(JsonMapper.shared().readTree(plan).path(0).path("Plan"));
  }

  private static long rowsRead(JsonNode node) {
    long below = node.path("Plans").valueStream().mapToLong(FairDeliveryIT::rowsRead).sum();
    if (!node.has("Relation Name")) {
      return below;
    }
    double each =
        node.path("Actual Rows").asDouble() + node.path("Rows Removed by Filter").asDouble(0);
    return below + Math.round(each * node.path("Actual Loops").asDouble());
  }

  private static String other() {
    return "w-" + UUID.randomUUID();
  }
}
