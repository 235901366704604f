package dev.rapidcall.service.environment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanInitializationException;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Makes the service's schema before Liquibase fills it, and says when that is done. */
final class SchemaPreparation implements BeanPostProcessor {
  private static final Logger log = LoggerFactory.getLogger(SchemaPreparation.class);
  private static final String DUPLICATE_SCHEMA = "42P06";
  private static final String UNIQUE_VIOLATION = "23505";

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    if (bean instanceof SpringLiquibase liquibase && liquibase.getDefaultSchema() != null) {
      create(liquibase.getDataSource(), liquibase.getDefaultSchema());
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof SpringLiquibase) {
      log.info("Postgres: schema ready.");
    }
    return bean;
  }

  private static void create(DataSource database, String schema) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, schema)) {
        statement.execute("CREATE SCHEMA \"" + schema.replace("\"", "\"\"") + "\"");
      }
    } catch (SQLException e) {
      if (!wasMadeMeanwhile(e)) {
        throw new BeanInitializationException("Postgres: no schema " + schema, e);
      }
    }
  }

  private static boolean exists(Connection connection, String schema) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
      query.setString(1, schema);
      return query.executeQuery().next();
    }
  }

  private static boolean wasMadeMeanwhile(SQLException e) {
    return DUPLICATE_SCHEMA.equals(e.getSQLState()) || UNIQUE_VIOLATION.equals(e.getSQLState());
  }
}
