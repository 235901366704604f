package dev.rapidcall.service.scheduling;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.TaskScheduler;

/**
 * With virtual threads Spring's own scheduler runs every task with a fixed delay on one and the
 * same thread, so that one which waits for the database would stop all the others.
 */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
class SchedulingAutoConfiguration {
  /** More than any service has tasks. */
  private static final int THREADS = 16;

  @Bean
  @Lazy
  @ConditionalOnMissingBean
  TaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder scheduler) {
    return scheduler.poolSize(THREADS).threadNamePrefix("scheduled-").build();
  }
}
