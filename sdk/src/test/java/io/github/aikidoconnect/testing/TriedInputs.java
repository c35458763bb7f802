package io.github.aikidoconnect.testing;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.lifecycle.AfterContainerHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.ContainerLifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Prints with how many inputs each property was tried, and in the end with how many all of them were. An input that
 * hangs fails.
 */
public final class TriedInputs implements AroundPropertyHook, AroundTryHook, AfterContainerHook {

    /** Thousands of times what an input takes, so that no slow machine is taken for a hang. */
    private static final Duration HANGS = Duration.ofMinutes(1);

    private static final AtomicLong TOTAL = new AtomicLong();

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor input, List<Object> parameters) {
        return assertTimeoutPreemptively(HANGS, () -> input.execute(parameters));
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult result = property.execute();
        System.out.printf(
                "%,8d inputs tried: %s.%s%n",
                result.countTries(),
                context.containerClass().getSimpleName(),
                context.targetMethod().getName());
        TOTAL.addAndGet(result.countTries());
        return result;
    }

    @Override
    public void afterContainer(ContainerLifecycleContext context) {
        if (context.optionalContainerClass().isEmpty()) {
            System.out.printf("%,8d inputs tried in all%n", TOTAL.get());
        }
    }
}
