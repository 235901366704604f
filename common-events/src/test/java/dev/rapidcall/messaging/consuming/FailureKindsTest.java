package dev.rapidcall.messaging.consuming;

import static dev.rapidcall.messaging.consuming.FailureKind.DATA;
import static dev.rapidcall.messaging.consuming.FailureKind.INFRASTRUCTURE;
import static dev.rapidcall.messaging.consuming.FailureKind.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rapidcall.messaging.UnprocessableEventException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.UnexpectedRollbackException;

class FailureKindsTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(DATA, new UnprocessableEventException("no")),
        arguments(DATA, new IllegalArgumentException("no")),
        arguments(UNCLEAR, new NullPointerException()),
        arguments(UNCLEAR, new IllegalStateException("no")),
        arguments(UNCLEAR, new AssertionError("no")),
        arguments(UNCLEAR, new StackOverflowError()),
        arguments(UNCLEAR, new UnexpectedRollbackException("no")),
        arguments(UNCLEAR, new DataIntegrityViolationException("null", sql("23502"))),
        arguments(UNCLEAR, new DuplicateKeyException("twice", sql("23505"))),
        arguments(UNCLEAR, new DataIntegrityViolationException("too long", sql("22001"))),
        arguments(UNCLEAR, new TransactionSystemException("commit", sql("23503"))),
        arguments(UNCLEAR, new DataAccessResourceFailureException("too large", sql("54000"))),
        arguments(INFRASTRUCTURE, new DataAccessResourceFailureException("away")),
        arguments(INFRASTRUCTURE, new DataAccessResourceFailureException("away", sql("08006"))),
        arguments(INFRASTRUCTURE, new CannotAcquireLockException("locked", sql("55P03"))),
        arguments(INFRASTRUCTURE, new CannotAcquireLockException("deadlock", sql("40P01"))),
        arguments(INFRASTRUCTURE, new OptimisticLockingFailureException("raced")),
        arguments(INFRASTRUCTURE, new QueryTimeoutException("slow", sql("57014"))),
        arguments(INFRASTRUCTURE, new BadSqlGrammarException("x", "select", sql("42P01"))),
        arguments(INFRASTRUCTURE, new UncategorizedSQLException("x", "select", sql("53100"))),
        arguments(
            INFRASTRUCTURE,
            new CannotCreateTransactionException("pool", new SQLTransientConnectionException())),
        arguments(INFRASTRUCTURE, new TransactionTimedOutException("30 s")),
        arguments(INFRASTRUCTURE, new TransactionSystemException("commit", sql("08006"))),
        arguments(INFRASTRUCTURE, new RuntimeException(new SocketTimeoutException())),
        arguments(INFRASTRUCTURE, new RuntimeException(new NotLeaderOrFollowerException("x"))),
        arguments(INFRASTRUCTURE, new OutOfMemoryError()),
        arguments(INFRASTRUCTURE, new NoClassDefFoundError()));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theWholeChainOfCausesDecides(FailureKind expected, Throwable failure) {
    assertThat(FailureKinds.of(failure)).isEqualTo(expected);
    assertThat(FailureKinds.of(wrapped(failure))).isEqualTo(expected);
  }

  private static Exception wrapped(Throwable failure) {
    Exception exception =
        failure instanceof Error error ? new HandlerDiedException(error) : (Exception) failure;
    return new ListenerExecutionFailedException("listener failed", exception);
  }

  private static SQLException sql(String state) {
    return new SQLException("from the database", state);
  }
}
