package dev.rapidcall.service.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class SchedulingTest {

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Tasks {
    final CountDownLatch blocked = new CountDownLatch(3);
    final CountDownLatch released = new CountDownLatch(1);
    final CountDownLatch served = new CountDownLatch(3);

    @Scheduled(fixedDelay = 1)
    @Scheduled(fixedDelay = 2)
    @Scheduled(fixedDelay = 3)
    void waits() throws InterruptedException {
      blocked.countDown();
      released.await();
    }

    @Scheduled(fixedDelay = 1)
    void goesOn() throws InterruptedException {
      blocked.await();
      served.countDown();
    }
  }

  @Test
  void noTaskStopsAnother() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                SchedulingAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .withUserConfiguration(Tasks.class)
        .run(
            context -> {
              Tasks tasks = context.getBean(Tasks.class);
              assertThat(tasks.served.await(30, TimeUnit.SECONDS)).isTrue();
              tasks.released.countDown();
            });
  }
}
