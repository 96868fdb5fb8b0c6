// Two texts look the same when they have the same colours on the same ground, and both are large or both are not. Of
// their colours axe could only say the same, so that one answers for all, on whatever page: the first that can be seen.
window.findLooks = () => {
    const CLEAR = "rgba(0, 0, 0, 0)";
    const words = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.data.trim()).join("");
    const isRead = (element) => words(element).length > 1
        || element.matches("input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea");
    const isOff = (element) => element.matches(":disabled, [aria-disabled=true]");
    const length = (element) => element.textContent.trim().length;
    // A link has to be told apart where it stands among more words than its own
    const isAmong = (link, block) =>
        length(block) - [...block.querySelectorAll("a")].reduce((sum, one) => sum + length(one), 0) > length(link);
    const among = (element, around) => element.tagName === "A" && isAmong(element, around.block)
        && [around.colour, around.weight, getComputedStyle(element).textDecorationLine].join();
    const isLarge = (style) => parseFloat(style.fontSize) >= (style.fontWeight >= 700 ? 19 : 24);

    const groundOf = ({ backgroundColor: colour, backgroundImage: image }, below) => {
        if (image !== "none") return `${below} ${colour} ${image}`;
        if (colour === CLEAR) return below;
        return colour.startsWith("rgb(") ? colour : `${below} ${colour}`;
    };

    window.seenLooks = new Map();
    const walk = (element, around) => {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.tagName === "svg") return;
        const style = getComputedStyle(element);
        if (style.clipPath === "inset(50%)") return; // only heard
        const ground = groundOf(style, around.ground);
        // What is taken out of its place may lie on another ground: it is asked wherever it stands
        const isPlaced = !["static", "relative"].includes(style.position);
        const place = isPlaced ? `${location.pathname} ${around.place} ${element.tagName}` : around.place;
        const thin = [style.opacity, style.filter, style.mixBlendMode, isOff(element)].join();
        const veil = thin === "1,none,normal,false" ? around.veil : `${around.veil} ${thin}`;
        const look = [ground, style.color, isLarge(style), style.textShadow, place, veil, among(element, around)].join("; ");
        if (isRead(element) && !seenLooks.has(look)) seenLooks.set(look, element);
        const block = style.display.startsWith("inline") ? around.block : element;
        const within = { ground, place, block, colour: style.color, weight: style.fontWeight, veil };
        for (const child of element.children) walk(child, within);
    };
    walk(document.documentElement, { ground: "", place: "", veil: "", block: document.body });
    return [...seenLooks.keys()];
};
