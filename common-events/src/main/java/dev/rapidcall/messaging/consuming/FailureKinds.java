package dev.rapidcall.messaging.consuming;

import dev.rapidcall.messaging.NotDurableException;
import dev.rapidcall.messaging.UndecodableEventException;
import dev.rapidcall.messaging.UnprocessableEventException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Tells the kinds of failure apart by everything in the chain of causes.
 *
 * <p>Where Postgres spoke, its SQLSTATE decides: class 22 (bad value), 23 (constraint) and 54 (more
 * than Postgres can hold) blame the record, yet a constraint may also be a race of two first
 * inserts, hence {@link FailureKind#UNCLEAR}. Every other class blames the database, a missing
 * table too: dead-lettering all that arrives during a half-done deployment would be worse than
 * waiting.
 */
final class FailureKinds {
  private static final Set<String> BLAMES_RECORD = Set.of("22", "23", "54");
  private static final List<Class<? extends Throwable>> DATA =
      List.of(UndecodableEventException.class, UnprocessableEventException.class);
  private static final List<Class<? extends Throwable>> INFRASTRUCTURE =
      List.of(
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          NonTransientDataAccessResourceException.class,
          CannotCreateTransactionException.class,
          TransactionTimedOutException.class,
          TransactionSystemException.class,
          SQLTransientException.class,
          SQLRecoverableException.class,
          IOException.class,
          TimeoutException.class,
          InterruptedException.class,
          NotDurableException.class,
          org.apache.kafka.common.KafkaException.class,
          LinkageError.class,
          OutOfMemoryError.class,
          InternalError.class);

  private FailureKinds() {}

  static FailureKind of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    if (any(chain, DATA)) {
      return FailureKind.DATA;
    }
    FailureKind byState = bySqlState(chain);
    if (byState != null) {
      return byState;
    }
    if (any(chain, INFRASTRUCTURE)) {
      return FailureKind.INFRASTRUCTURE;
    }
    return any(chain, List.of(IllegalArgumentException.class))
        ? FailureKind.DATA
        : FailureKind.UNCLEAR;
  }

  private static @Nullable FailureKind bySqlState(List<Throwable> chain) {
    for (Throwable link : chain) {
      if (link instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        boolean record = state.length() >= 2 && BLAMES_RECORD.contains(state.substring(0, 2));
        return record ? FailureKind.UNCLEAR : FailureKind.INFRASTRUCTURE;
      }
    }
    return null;
  }

  private static boolean any(List<Throwable> chain, List<Class<? extends Throwable>> types) {
    return chain.stream().anyMatch(link -> types.stream().anyMatch(type -> type.isInstance(link)));
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }
}
