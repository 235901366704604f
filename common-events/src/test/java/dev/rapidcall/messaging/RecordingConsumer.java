package dev.rapidcall.messaging;

import dev.rapidcall.events.CallEvent.CallCorrected;
import dev.rapidcall.events.Event;
import java.util.function.Consumer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one row per event that it handled. What it does before is up to the test. */
public final class RecordingConsumer<E extends Event>
    implements EventConsumer<E>, BeanFactoryAware {
  private final String name;
  private final Class<E> events;
  private final Consumer<Envelope<E>> before;
  private BeanFactory beans = new StaticListableBeanFactory();

  /** Takes the events of an interface. */
  public RecordingConsumer(String name, Class<E> events, Consumer<Envelope<E>> before) {
    this.name = name;
    this.events = events;
    this.before = before;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<E> events() {
    return events;
  }

  @Override
  public void on(Envelope<E> envelope) {
    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into effects (consumer, event_id, call_id, number)
            values (:consumer, :event, :call, :number)
            """)
        .param("consumer", name)
        .param("event", envelope.id().value())
        .param("call", envelope.event().callId().value())
        .param("number", envelope.event() instanceof CallCorrected c ? c.revision() : 0)
        .update();
    before.accept(envelope);
  }

  @Override
  public void setBeanFactory(BeanFactory beanFactory) {
    beans = beanFactory;
  }
}
