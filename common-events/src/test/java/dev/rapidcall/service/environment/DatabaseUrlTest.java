package dev.rapidcall.service.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @Test
  void takesThePostgresFormWithPercentEncodedParts() {
    DatabaseUrl url = parse("postgresql://us%40er:p%2Fw%3A+%25@db.example.com:6432/rapid%20call");

    assertThat(url.username()).isEqualTo(new Secret("us@er"));
    assertThat(url.password()).isEqualTo(new Secret("p/w:+%"));
    assertThat(url.jdbcUrl("false", "calls", "call-service"))
        .startsWith(
            "jdbc:postgresql://db.example.com:6432/rapid+call?currentSchema=calls"
                + "&ApplicationName=call-service&")
        .endsWith("&sslmode=disable");
  }

  @Test
  void takesTheJdbcFormWithUserAndPasswordAsParameters() {
    DatabaseUrl url =
        parse("jdbc:postgresql://db/rapidcall?user=me&password=a%26b&tcpKeepAlive=true");

    assertThat(url.username()).isEqualTo(new Secret("me"));
    assertThat(url.password()).isEqualTo(new Secret("a&b"));
    assertThat(url.parameters()).containsOnlyKeys("tcpKeepAlive");
  }

  @Test
  void keepsARawAtSignInThePassword() {
    assertThat(parse("postgres://me:a@b@db/x").password()).isEqualTo(new Secret("a@b"));
  }

  @Test
  void takesSeveralHostsAndAddressesOfVersionSix() {
    assertThat(parse("postgresql://me@[::1]:5432,db2:5433/x").hosts())
        .isEqualTo("[::1]:5432,db2:5433");
  }

  @Test
  void waitsForNothingWithoutEndUnlessTheUrlSaysOtherwise() {
    assertThat(parse("postgresql://me@db/x").jdbcUrl("false", "s", "a"))
        .contains("socketTimeout=30", "connectTimeout=5", "tcpKeepAlive=true")
        .contains("statement_timeout%3D10s", "lock_timeout%3D5s")
        .contains("idle_in_transaction_session_timeout%3D60s");
    assertThat(
            parse("postgresql://me@db/x?socketTimeout=7&options=-c%20lock_timeout=1s")
                .jdbcUrl("false", "s", "a"))
        .contains("socketTimeout=7", "options=-c+lock_timeout%3D1s&")
        .doesNotContain("statement_timeout");
  }

  @Test
  void letsAChangeOfTheSchemaTakeItsTime() {
    assertThat(
            parse("postgresql://me@db/x?socketTimeout=7&options=-c%20lock_timeout=1s")
                .patientJdbcUrl("false", "s", "a"))
        .contains("connectTimeout=5", "currentSchema=s")
        .doesNotContain("socketTimeout", "options");
  }

  @Test
  @DisplayName("weakness 30: the database's certificate is verified")
  void encryptsAndVerifiesUnlessToldOtherwise() {
    DatabaseUrl url = parse("postgresql://me@db/x");

    assertThat(url.jdbcUrl(null, "s", "a"))
        .contains("sslmode=verify-full")
        .contains("sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
    assertThat(url.jdbcUrl("require", "s", "a")).endsWith("sslmode=require");
  }

  @Test
  void letsTheVariableWinOverTheUrlAndTheUrlOverTheDefault() {
    DatabaseUrl url = parse("postgresql://me@db/x?sslmode=prefer");

    assertThat(url.jdbcUrl(null, "s", "a")).contains("sslmode=prefer");
    assertThat(url.jdbcUrl("false", "s", "a")).contains("sslmode=disable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://me@db/x",
        "db:5432/x",
        "postgresql://me:pw@db",
        "postgresql://me:pw@db/",
        "postgresql://me:pw@:5432/x",
        "postgresql://me:p%zz@db/x",
        "postgresql://me:pw@db:port/x",
      })
  void refusesWhatIsNoAddressOfADatabase(String text) {
    assertThat(DatabaseUrl.parse(text)).isEmpty();
  }

  @Test
  void showsNoCredentials() {
    assertThat(parse("postgresql://someone:hidden@db/x").toString())
        .doesNotContain("someone")
        .doesNotContain("hidden");
  }

  private static DatabaseUrl parse(String text) {
    return DatabaseUrl.parse(text).orElseThrow();
  }
}
