// The little of Leaflet 1.9 that we use; the package brings no types.
declare module 'leaflet' {
  type Point = [latitude: number, longitude: number];
  type Layer = { addTo(map: TileMap): Layer; bindPopup(html: string): Layer };
  type Icon = { readonly icon: unique symbol };
  type Bounds = { readonly bounds: unique symbol };
  type TileMap = {
    attributionControl: { setPrefix(prefix: string | false): void };
    fitBounds(bounds: Bounds, options: { padding: Point; maxZoom: number }): TileMap;
  };
  const leaflet: {
    map(element: HTMLElement, options: { zoomSnap: number }): TileMap;
    tileLayer(url: string, options: { attribution: string; maxZoom: number }): Layer;
    divIcon(options: { className: string; html: string; iconSize: Point }): Icon;
    marker(at: Point, options: { icon: Icon; title: string; alt: string }): Layer;
    latLngBounds(points: Point[]): Bounds;
  };
  export = leaflet;
}
