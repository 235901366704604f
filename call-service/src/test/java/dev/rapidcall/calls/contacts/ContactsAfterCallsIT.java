package dev.rapidcall.calls.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.calls.lifecycle.Stage.PlayedCall;
import dev.rapidcall.calls.testing.AfterCallsIT;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The phones that calls were with. */
class ContactsAfterCallsIT extends AfterCallsIT {
  private static final String PHONE = "+15557654321";

  @Autowired BackfillContacts backfill;
  @Autowired NoteContact noteContact;
  @Autowired KnownCalls known;

  @BeforeEach
  void nobodyCalledYet() {
    jdbc.sql("delete from contacts where workspace_id = :w").param("w", OURS).update();
    jdbc.sql("update calls set counterpart = 'unknown' where workspace_id = :w")
        .param("w", OURS)
        .update();
  }

  @Test
  void aPhoneCallThatEndedIsCountedOnceHoweverOftenItsEndIsTold() {
    PlayedCall call = stage.phoneCall(OURS, agentWith("{}"));
    assertThat(contacts()).isEmpty();

    call.callerLeaves().record().record();

    assertThat(contact())
        .containsEntry("phone_e164", PHONE)
        .containsEntry("total_calls", 1)
        .containsEntry("last_call_outcome", "user_hangup")
        .containsEntry("source", "inbound")
        .containsEntry("name", "");
    assertThat(contact().get("last_call_at")).isNotNull();
  }

  @Test
  void aCorrectionOfTheEndCountsNothingMoreAndCorrectsTheOutcome() {
    PlayedCall call = stage.phoneCall(OURS, agentWith("{}")).callerLeaves();
    jdbc.sql("update calls set outcome = 'stale_timeout' where id = :id")
        .param("id", call.id().value())
        .update();

    assertThat(contact()).containsEntry("last_call_outcome", "user_hangup");
    Call corrected = known.find(call.id()).orElseThrow();
    noteContact.ended(corrected, Objects.requireNonNull(corrected.result()));
    assertThat(contact())
        .containsEntry("total_calls", 1)
        .containsEntry("last_call_outcome", "stale_timeout");

    backfill.of(new WorkspaceId(OURS));
    stage.pass(Duration.ofMinutes(1));
    stage.phoneCall(OURS, agentWith("{}")).callerLeaves();

    assertThat(contact())
        .containsEntry("total_calls", 2)
        .containsEntry("last_call_outcome", "user_hangup");
  }

  @Test
  void callsOfOneNumberThatEndAtOnceAreAllCounted() {
    String agentId = agentWith("{}");
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        PlayedCall call = stage.phoneCall(OURS, agentId);
        threads.execute(call::callerLeaves);
      }
    }

    assertThat(contact())
        .containsEntry("total_calls", 6)
        .containsEntry("last_call_outcome", "user_hangup");
  }

  @Test
  void webCallsAndHiddenNumbersMakeNoContact() {
    String agentId = agentWith("{}");
    stage.webCall(OURS, agentId).callerLeaves();
    PlayedCall hidden = stage.phoneCall(OURS, agentId);
    jdbc.sql("update calls set counterpart = 'unknown' where id = :id")
        .param("id", hidden.id().value())
        .update();
    hidden.callerLeaves();

    assertThat(contacts()).isEmpty();
  }

  private Map<String, @Nullable Object> contact() {
    assertThat(contacts()).hasSize(1);
    return contacts().getFirst();
  }

  private List<Map<String, @Nullable Object>> contacts() {
    return jdbc.sql("select * from contacts where workspace_id = :w")
        .param("w", OURS)
        .query()
        .listOfRows();
  }
}
