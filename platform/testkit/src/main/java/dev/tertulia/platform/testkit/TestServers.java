package dev.tertulia.platform.testkit;

import dev.tertulia.platform.servers.BrokerServer;
import dev.tertulia.platform.servers.DatabaseServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The servers that all tests of this JVM share. A test may stop, kill or pause them, and leaves them running: others
 * come after it.
 */
public final class TestServers {

    private TestServers() {}

    public static DatabaseServer database() {
        return shared(DatabaseServer.class, "database");
    }

    public static BrokerServer broker() {
        return shared(BrokerServer.class, "broker");
    }

    /** Gives the service its schema and roles in {@link TestDatabase}. Repeating it does nothing. */
    public static void provision(String service) {
        try {
            inSystemLoader(SharedServers.class)
                    .getMethod("provision", String.class)
                    .invoke(null, service);
        } catch (ReflectiveOperationException e) {
            throw unwrapped(e);
        }
    }

    private static <T> T shared(Class<T> type, String name) {
        try {
            Object server = inSystemLoader(SharedServers.class).getMethod(name).invoke(null);
            if (type.isInstance(server)) {
                return type.cast(server);
            }
            Class<?> theirs = inSystemLoader(type);
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Method target = theirs.getMethod(method.getName(), method.getParameterTypes());
                        try {
                            return target.invoke(server, arguments);
                        } catch (InvocationTargetException e) {
                            throw unwrapped(e);
                        }
                    }));
        } catch (ReflectiveOperationException e) {
            throw unwrapped(e);
        }
    }

    private static Class<?> inSystemLoader(Class<?> type) throws ClassNotFoundException {
        return ClassLoader.getSystemClassLoader().loadClass(type.getName());
    }

    private static RuntimeException unwrapped(ReflectiveOperationException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
