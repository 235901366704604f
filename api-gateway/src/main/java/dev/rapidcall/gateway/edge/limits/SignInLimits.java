package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.service.errors.ApiException.TooManyRequests;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Counts attempts to sign in and to register. The counts lie in Postgres: all instances share them.
 */
final class SignInLimits {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final ProxyManager<String> buckets;
  private final BucketConfiguration perAddress;
  private final BucketConfiguration perAccount;

  SignInLimits(LimitSettings settings, DataSource database, Clock clock) {
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("sign_in_buckets")
            .clientClock(new ClockMeter(clock))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(WINDOW))
            .build();
    this.perAddress = perWindow(settings.signInsPerAddress());
    this.perAccount = perWindow(settings.signInsPerAccount());
  }

  /**
   * Counts an attempt from an address.
   *
   * @param act sign-ins and registrations are counted apart
   * @throws TooManyRequests if there were too many
   */
  void from(String address, String act) {
    attempt("address\n" + act + "\n" + address, perAddress);
  }

  /**
   * Counts an attempt for an account, whether it exists or not.
   *
   * @throws TooManyRequests if there were too many
   */
  void atAccount(String email, String act) {
    attempt("account\n" + act + "\n" + email.strip().toLowerCase(Locale.ROOT), perAccount);
  }

  private void attempt(String whose, BucketConfiguration limit) {
    ConsumptionProbe probe;
    try {
      probe = buckets.getProxy(digest(whose), () -> limit).tryConsumeAndReturnRemaining(1);
    } catch (BucketExecutionException e) {
      throw new DataAccessResourceFailureException("sign-ins cannot be counted", e);
    }
    Verdict.on(probe);
  }

  /** All at once at the window's end, as it was always told to clients. */
  private static BucketConfiguration perWindow(int attempts) {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(attempts).refillIntervally(attempts, WINDOW))
        .build();
  }

  /** Whose attempts they were need not lie about in the clear. */
  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
