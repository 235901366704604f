package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.calls.lifecycle.UnfinishedStarts.CutOff;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.calls.testing.ManyCalls;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TakeBackStartIT extends LifecycleIT {
  private static final String STARTED = "rapidcall.call.started.v1";

  @Autowired UnfinishedStarts starts;
  @Autowired TakeBackStart takeBackStart;
  @Autowired JdbcClient jdbc;

  private Story story;

  @BeforeEach
  void beginStory() {
    story = Story.web(room());
  }

  @Test
  void aStartThatWasCutOffIsTakenBackWithItsRoom() {
    begin();
    openRoom();
    assertThat(due()).as("it may still be under way").isEmpty();
    clock.pass(Duration.ofMinutes(2));

    due().forEach(takeBackStart::takeBack);

    assertThat(rooms.open).doesNotContainKey(story.room());
    assertThat(calls.find(story.call())).isEmpty();
  }

  @Test
  @DisplayName("a start that froze until it was taken back starts nothing, and its room is closed")
  void aStartThatWakesTooLateStartsNothing() {
    begin();
    clock.pass(Duration.ofSeconds(90));
    due().forEach(takeBackStart::takeBack);

    openRoom();
    assertThat(openCall.complete(newCall(story))).isFalse();
    openCall.takeBackSoon(newCall(story));
    assertThat(entries(story, STARTED)).isEmpty();

    due().forEach(takeBackStart::takeBack);
    assertThat(rooms.open).doesNotContainKey(story.room());
    assertThat(calls.find(story.call())).isEmpty();
  }

  @Test
  void aStartThatWakesWhileItsRoomIsClosedStartsNothing() {
    begin();
    clock.pass(Duration.ofSeconds(90));
    rooms.whileClosing =
        room -> {
          if (room.equals(story.room()) && !rooms.open.containsKey(room)) {
            openRoom();
            assertThat(openCall.complete(newCall(story))).isFalse();
            openCall.takeBackSoon(newCall(story));
          }
        };

    due().forEach(takeBackStart::takeBack);
    rooms.reset();
    openRoom();
    assertThat(due()).as("asked for meanwhile, so done once more").hasSize(1);
    clock.pass(Duration.ofMinutes(1));
    due().forEach(takeBackStart::takeBack);

    assertThat(entries(story, STARTED)).isEmpty();
    assertThat(rooms.open).doesNotContainKey(story.room());
    assertThat(calls.find(story.call())).isEmpty();
  }

  @Test
  void aStartThatCompletesJustBeforeItIsTakenBackGoesOn() {
    begin();
    openRoom();
    clock.pass(Duration.ofSeconds(90));
    List<CutOff> due = due();
    assertThat(due).hasSize(1);

    assertThat(openCall.complete(newCall(story))).isTrue();
    due.forEach(takeBackStart::takeBack);

    assertThat(rooms.open).containsKey(story.room());
    assertThat(call(story).startedAt()).isEqualTo(Story.OPENED);
    assertThat(due()).isEmpty();
  }

  @Test
  void aRoomThatCannotBeClosedWaitsAndHoldsUpNoOther() {
    begin();
    clock.pass(Duration.ofMinutes(2));
    rooms.unreachable = true;
    List<CutOff> due = due();
    assertThatThrownBy(() -> takeBackStart.takeBack(due.getFirst()))
        .isInstanceOf(RoomsException.class);
    rooms.unreachable = false;

    assertThat(due()).as("not again at once").isEmpty();
    assertThat(openCall.complete(newCall(story))).as("it is half taken back").isFalse();
    clock.pass(Duration.ofSeconds(31));
    due().forEach(takeBackStart::takeBack);

    assertThat(calls.find(story.call())).isEmpty();
  }

  @Test
  @DisplayName("weakness 3: cut-off starts among thousands of calls are found by an index")
  void cutOffStartsAreFoundByAnIndex() {
    ManyCalls.keep(jdbc);

    String plan =
        String.join(
            "\n",
            jdbc.sql("explain " + UnfinishedStarts.DUE)
                .param("now", Timestamp.from(Story.OPENED))
                .param("until", Timestamp.from(Story.OPENED))
                .param("limit", 8)
                .query(String.class)
                .list());

    assertThat(plan).contains("Index Scan using calls_to_take_back").doesNotContain("Seq Scan");
  }

  private void begin() {
    openCall.begin(newCall(story));
  }

  private void openRoom() {
    rooms.open.put(story.room(), new CopyOnWriteArrayList<>());
  }

  private List<CutOff> due() {
    return starts.due(100).stream().filter(start -> start.id().equals(story.call())).toList();
  }
}
