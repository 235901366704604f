package dev.rapidcall.calls.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.calls.importing.Import.Ran;
import dev.rapidcall.calls.testing.CallServiceIT;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

@CallServiceIT
class LargeImportIT {
  @TempDir private Path directory;
  @Autowired ImportFiles files;
  @Autowired ImportAgents agents;
  @Autowired ImportCalls calls;
  @Autowired TransactionOperations transactions;
  @Autowired JsonMapper json;
  @Autowired JdbcClient jdbc;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String workspace = "ws-" + unique;

  @Test
  void anImportThatWasCutOffIsFinishedByTheNext() {
    String whole = calls(1000);
    Import imported = new Import(directory, files);

    Ran cutOff = imported.calls(whole.substring(0, whole.length() / 2)).into(workspace);
    long first = imported();
    Ran rest = imported.calls(whole).into(workspace);

    assertThat(cutOff.complete()).isFalse();
    assertThat(cutOff.summary().getLast()).contains("calls.json: it is no valid JSON from line ");
    assertThat(first).isBetween(1L, 999L);
    assertThat(rest.complete()).isTrue();
    assertThat(rest.summary())
        .containsExactly(
            "calls.json: %d new, %d as before or renewed, 0 refused"
                .formatted(1000 - first, first));
    assertThat(imported()).isEqualTo(1000);
  }

  @Test
  void aDatabaseThatFailsInTheMiddleLeavesWholeBatchesAndTheNextRunTheRest() {
    AtomicInteger batches = new AtomicInteger();
    ImportFiles failing =
        new ImportFiles(
            agents,
            calls,
            new TransactionOperations() {
              @Override
              public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                if (batches.incrementAndGet() > 2) {
                  throw new IllegalStateException("cut off");
                }
                return transactions.execute(action);
              }
            },
            json);
    Import imported = new Import(directory, files).calls(calls(1000));

    assertThatThrownBy(() -> new Import(directory, failing).into(workspace)).hasMessage("cut off");
    assertThat(imported()).isEqualTo(400);

    assertThat(imported.into(workspace).complete()).isTrue();
    assertThat(imported()).isEqualTo(1000);
  }

  @Test
  void tenThousandCallsGoThroughInBatchesOfAFewHundred() {
    AtomicInteger most = new AtomicInteger();
    ImportFiles watched =
        new ImportFiles(
            agents,
            calls,
            new TransactionOperations() {
              @Override
              public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return transactions.execute(
                    (TransactionStatus status) -> {
                      T fates = action.doInTransaction(status);
                      if (fates instanceof List<?> list) {
                        most.accumulateAndGet(list.size(), Math::max);
                      }
                      return fates;
                    });
              }
            },
            json);

    Ran ran = new Import(directory, watched).calls(calls(10_000)).into(workspace);

    assertThat(ran.summary())
        .containsExactly("calls.json: 10000 new, 0 as before or renewed, 0 refused");
    assertThat(imported()).isEqualTo(10_000);
    assertThat(most.get()).isLessThanOrEqualTo(200);
    assertThat(ran.progress()).contains("calls.json", " 50 %", "100 %  10000 items");
  }

  private long imported() {
    return jdbc.sql("select count(*) from calls where workspace_id = :workspace")
        .param("workspace", workspace)
        .query(Long.class)
        .single();
  }

  private String calls(int count) {
    String text = "x".repeat(1000);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                """
                {"id":"%s-%d","roomName":"","startedAt":%d,"endedAt":%d,"durationSec":5,
                 "outcome":"ended","transcript":[{"speaker":"A","role":"agent","text":"%s"}]}
                """
                    .formatted(unique, i, 1_700_000_000_000L + i, 1_700_000_005_000L + i, text))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
