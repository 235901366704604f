package dev.rapidcall.local;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The lines that a service writes in production, where no single service owns the log. */
public final class JsonLines extends StructuredLogEncoder {

  @Override
  public void start() {
    getContext().putObject(Environment.class.getName(), new StandardEnvironment());
    setFormat("ecs");
    super.start();
  }
}
