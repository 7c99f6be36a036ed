package org.trialseal.app.ui.route;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Who makes the screen of each route. Filled once by the composition root. */
public final class Screens {
    private final Map<Class<? extends Route>, Function<Route, Screen>> makers = new HashMap<>();

    /** Registers a maker for one kind of route. */
    public <R extends Route> Screens on(Class<R> kind, Function<R, Screen> maker) {
        makers.put(kind, route -> maker.apply(kind.cast(route)));
        return this;
    }

    /** Makes the screen of a route. */
    public Screen make(Route route) {
        Function<Route, Screen> maker = makers.get(route.getClass());
        if (maker == null) {
            throw new IllegalStateException("no screen is registered for " + route.getClass());
        }
        return maker.apply(route);
    }
}
