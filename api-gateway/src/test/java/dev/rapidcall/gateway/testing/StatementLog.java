package dev.rapidcall.gateway.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that remembers which statements were prepared. */
public final class StatementLog extends DelegatingDataSource {
  private final List<String> statements = new CopyOnWriteArrayList<>();

  public StatementLog(DataSource target) {
    super(target);
  }

  /** Forgets everything. */
  public void clear() {
    statements.clear();
  }

  /** Statements that mention one of these tables. */
  public List<String> about(String... tables) {
    return statements.stream().filter(sql -> Stream.of(tables).anyMatch(sql::contains)).toList();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            StatementLog.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
