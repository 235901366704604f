package dev.rapidcall.billing.rates;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every rate card that a line was ever rated by, so that any line can be rated again. */
@Repository
public class RateCards {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final RateCard current;

  RateCards(JdbcClient jdbc, Clock clock, RateCard current) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.current = current;
  }

  /** The card in force. */
  public RateCard current() {
    return current;
  }

  /** The card in force, kept before a line refers to it. */
  public RateCard use() {
    String text = RateCardText.write(current);
    jdbc.sql(
            """
            INSERT INTO rate_cards (version, content, stored_at) VALUES (:version, :content, :now)
            ON CONFLICT (version) DO NOTHING
            """)
        .param("version", RateCardText.versionOf(text))
        .param("content", text)
        .param("now", OffsetDateTime.now(clock))
        .update();
    return current;
  }

  /**
   * The card of a version.
   *
   * @throws IllegalStateException if the stored content is not what the version was made from
   */
  public RateCard of(String version) {
    String text =
        jdbc.sql("SELECT content FROM rate_cards WHERE version = :version")
            .param("version", version)
            .query(String.class)
            .single();
    if (!RateCardText.versionOf(text).equals(version)) {
      throw new IllegalStateException("rate card " + version + " was altered");
    }
    return RateCardText.read(text);
  }
}
