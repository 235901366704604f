package dev.rapidcall.service.errors;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * Whether the database cannot serve just now: away, shutting down, full, locked or too slow. That
 * is our fault and passes; what it has to say against a value does not.
 */
public final class DatabaseAway {
  /** Connection, resources, operator and operating system. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

  /** Not serialisable, deadlock, no lock in time, idle or open for too long. */
  private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "25P03", "25P04");

  private DatabaseAway() {}

  /** Looks at the whole chain of causes; a state that Postgres gave decides before any type. */
  public static boolean isBehind(Throwable failure) {
    String state = state(failure);
    if (state != null) {
      return STATES.contains(state) || CLASSES.contains(state.substring(0, 2));
    }
    for (Throwable link = failure; link != null; link = link.getCause()) {
      if (isOfItsNature(link)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String state(Throwable failure) {
    for (Throwable link = failure; link != null; link = link.getCause()) {
      if (link instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().length() == 5) {
        return sql.getSQLState();
      }
    }
    return null;
  }

  private static boolean isOfItsNature(Throwable failure) {
    return failure instanceof CannotCreateTransactionException
        || failure instanceof TransactionTimedOutException
        || failure instanceof DataAccessResourceFailureException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof TransientDataAccessException
        || failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException;
  }
}
